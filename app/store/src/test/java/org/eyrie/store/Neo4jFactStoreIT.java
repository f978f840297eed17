package org.eyrie.store;

import org.eyrie.model.contract.FactStoreContract;
import org.eyrie.model.contract.Ports;

class Neo4jFactStoreIT extends FactStoreContract {

    @Override
    protected Ports empty() {
        return TestDatabase.ports(TestDatabase.emptyStores());
    }
}
