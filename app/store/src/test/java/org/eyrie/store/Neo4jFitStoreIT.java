package org.eyrie.store;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.FitStoreContract;

class Neo4jFitStoreIT extends FitStoreContract {

    @Override
    protected Stores empty() {
        return TestDatabase.emptyStores().ports();
    }
}
