package org.eyrie.model.memory;

import org.eyrie.model.access.AccessStore;
import org.eyrie.model.contract.AccessStoreContract;

class MemoryAccessStoreTest extends AccessStoreContract {

    @Override
    protected AccessStore access() {
        return new MemoryAccessStore();
    }
}
