package org.eyrie.store;

import org.eyrie.model.contract.Ports;
import org.eyrie.model.contract.ScoreStoreContract;

class Neo4jScoreStoreIT extends ScoreStoreContract {

    @Override
    protected Ports empty() {
        return TestDatabase.ports(TestDatabase.emptyStores());
    }
}
