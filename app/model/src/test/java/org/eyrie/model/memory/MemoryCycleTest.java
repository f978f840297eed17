package org.eyrie.model.memory;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.CycleContract;

class MemoryCycleTest extends CycleContract {

    @Override
    protected Stores empty() {
        return MemoryStores.empty();
    }
}
