package org.eyrie.store;

import org.eyrie.model.contract.FitStoreContract;
import org.eyrie.model.contract.Ports;

class Neo4jFitStoreIT extends FitStoreContract {

    @Override
    protected Ports empty() {
        return TestDatabase.ports(TestDatabase.emptyStores());
    }
}
