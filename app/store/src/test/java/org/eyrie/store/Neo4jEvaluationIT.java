package org.eyrie.store;

import org.eyrie.model.contract.EvaluationContract;
import org.eyrie.model.contract.Ports;

class Neo4jEvaluationIT extends EvaluationContract {

    @Override
    protected Ports empty() {
        return TestDatabase.ports(TestDatabase.emptyStores());
    }
}
