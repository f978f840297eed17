package org.eyrie.store;

import org.eyrie.model.contract.FamilyContract;
import org.eyrie.model.contract.Ports;

class Neo4jFamilyIT extends FamilyContract {

    @Override
    protected Ports empty() {
        return TestDatabase.ports(TestDatabase.emptyStores());
    }
}
