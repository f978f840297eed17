package org.eyrie.model.memory;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.EvaluationContract;

class MemoryEvaluationTest extends EvaluationContract {

    @Override
    protected Stores empty() {
        return MemoryStores.empty();
    }
}
