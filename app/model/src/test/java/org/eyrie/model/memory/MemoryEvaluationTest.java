package org.eyrie.model.memory;

import org.eyrie.model.contract.EvaluationContract;
import org.eyrie.model.contract.Ports;

class MemoryEvaluationTest extends EvaluationContract {

    @Override
    protected Ports empty() {
        MemoryStores stores = new MemoryStores();
        return new Ports(stores.facts(), stores.lineage(), stores.scores(), stores.fits(), stores.recipes());
    }
}
