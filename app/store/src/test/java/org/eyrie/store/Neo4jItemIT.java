package org.eyrie.store;

import org.eyrie.model.contract.ItemContract;
import org.eyrie.model.contract.Ports;

class Neo4jItemIT extends ItemContract {

    @Override
    protected Ports empty() {
        return TestDatabase.ports(TestDatabase.emptyStores());
    }
}
