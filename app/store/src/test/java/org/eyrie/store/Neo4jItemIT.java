package org.eyrie.store;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.ItemContract;

class Neo4jItemIT extends ItemContract {

    @Override
    protected Stores empty() {
        return TestDatabase.emptyStores().ports();
    }
}
