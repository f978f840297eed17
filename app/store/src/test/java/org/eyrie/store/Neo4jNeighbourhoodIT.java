package org.eyrie.store;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.NeighbourhoodContract;

class Neo4jNeighbourhoodIT extends NeighbourhoodContract {

    @Override
    protected Stores empty() {
        return TestDatabase.emptyStores().ports();
    }
}
