package org.eyrie.store;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.CycleContract;

class Neo4jCycleIT extends CycleContract {

    @Override
    protected Stores empty() {
        return TestDatabase.emptyStores().ports();
    }
}
