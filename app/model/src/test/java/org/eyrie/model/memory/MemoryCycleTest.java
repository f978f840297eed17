package org.eyrie.model.memory;

import org.eyrie.model.contract.CycleContract;
import org.eyrie.model.contract.Ports;

class MemoryCycleTest extends CycleContract {

    @Override
    protected Ports empty() {
        MemoryStores stores = new MemoryStores();
        return new Ports(stores.facts(), stores.lineage(), stores.scores(), stores.fits(), stores.recipes());
    }
}
