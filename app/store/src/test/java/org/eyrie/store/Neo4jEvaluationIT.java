package org.eyrie.store;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.EvaluationContract;

class Neo4jEvaluationIT extends EvaluationContract {

    @Override
    protected Stores empty() {
        return TestDatabase.emptyStores().ports();
    }
}
