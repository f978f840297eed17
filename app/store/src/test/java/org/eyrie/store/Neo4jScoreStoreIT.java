package org.eyrie.store;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.ScoreStoreContract;

class Neo4jScoreStoreIT extends ScoreStoreContract {

    @Override
    protected Stores empty() {
        return TestDatabase.emptyStores().ports();
    }
}
