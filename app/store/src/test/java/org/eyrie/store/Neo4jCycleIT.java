package org.eyrie.store;

import org.eyrie.model.contract.CycleContract;
import org.eyrie.model.contract.Ports;

class Neo4jCycleIT extends CycleContract {

    @Override
    protected Ports empty() {
        return TestDatabase.ports(TestDatabase.emptyStores());
    }
}
