package org.eyrie.store;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.LineageStoreContract;

class Neo4jLineageStoreIT extends LineageStoreContract {

    @Override
    protected Stores empty() {
        return TestDatabase.emptyStores().ports();
    }
}
