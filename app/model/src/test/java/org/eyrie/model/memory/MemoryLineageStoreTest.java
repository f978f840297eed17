package org.eyrie.model.memory;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.LineageStoreContract;

class MemoryLineageStoreTest extends LineageStoreContract {

    @Override
    protected Stores empty() {
        return MemoryStores.empty();
    }
}
