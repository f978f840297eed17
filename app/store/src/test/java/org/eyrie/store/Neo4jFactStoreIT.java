package org.eyrie.store;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.FactStoreContract;

class Neo4jFactStoreIT extends FactStoreContract {

    @Override
    protected Stores empty() {
        return TestDatabase.emptyStores().ports();
    }
}
