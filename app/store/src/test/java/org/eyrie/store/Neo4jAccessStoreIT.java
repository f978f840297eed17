package org.eyrie.store;

import org.eyrie.model.access.AccessStore;
import org.eyrie.model.contract.AccessStoreContract;

class Neo4jAccessStoreIT extends AccessStoreContract {

    @Override
    protected AccessStore access() {
        return TestDatabase.emptyStores().access();
    }
}
