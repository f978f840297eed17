package org.eyrie.store;

import org.eyrie.model.contract.JobStoreContract;
import org.eyrie.model.job.JobStore;

class Neo4jJobStoreIT extends JobStoreContract {

    @Override
    protected JobStore jobs() {
        return TestDatabase.emptyStores().jobs();
    }
}
