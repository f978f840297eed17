package org.eyrie.store;

import org.eyrie.model.contract.LineageStoreContract;
import org.eyrie.model.contract.Ports;

class Neo4jLineageStoreIT extends LineageStoreContract {

    @Override
    protected Ports empty() {
        return TestDatabase.ports(TestDatabase.emptyStores());
    }
}
