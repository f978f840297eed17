package org.eyrie.store;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.HistoryContract;

class Neo4jHistoryIT extends HistoryContract {

    @Override
    protected Stores empty() {
        return TestDatabase.emptyStores().ports();
    }
}
