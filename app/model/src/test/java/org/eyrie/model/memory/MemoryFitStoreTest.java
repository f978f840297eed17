package org.eyrie.model.memory;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.FitStoreContract;

class MemoryFitStoreTest extends FitStoreContract {

    @Override
    protected Stores empty() {
        return MemoryStores.empty();
    }
}
