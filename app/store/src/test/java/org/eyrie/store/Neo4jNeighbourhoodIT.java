package org.eyrie.store;

import org.eyrie.model.contract.NeighbourhoodContract;
import org.eyrie.model.contract.Ports;

class Neo4jNeighbourhoodIT extends NeighbourhoodContract {

    @Override
    protected Ports empty() {
        return TestDatabase.ports(TestDatabase.emptyStores());
    }
}
