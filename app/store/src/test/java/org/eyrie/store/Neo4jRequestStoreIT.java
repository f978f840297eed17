package org.eyrie.store;

import org.eyrie.model.contract.RequestStoreContract;
import org.eyrie.model.job.RequestStore;

class Neo4jRequestStoreIT extends RequestStoreContract {

    @Override
    protected RequestStore requests() {
        return TestDatabase.emptyStores().requests();
    }
}
