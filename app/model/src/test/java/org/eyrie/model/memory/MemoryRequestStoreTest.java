package org.eyrie.model.memory;

import org.eyrie.model.contract.RequestStoreContract;
import org.eyrie.model.job.RequestStore;

class MemoryRequestStoreTest extends RequestStoreContract {

    @Override
    protected RequestStore requests() {
        return new MemoryRequestStore();
    }
}
