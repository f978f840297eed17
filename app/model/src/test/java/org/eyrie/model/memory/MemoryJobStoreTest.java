package org.eyrie.model.memory;

import org.eyrie.model.contract.JobStoreContract;
import org.eyrie.model.job.JobStore;

class MemoryJobStoreTest extends JobStoreContract {

    @Override
    protected JobStore jobs() {
        return new MemoryJobStore();
    }
}
