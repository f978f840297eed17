package org.eyrie.store;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.FamilyContract;

class Neo4jFamilyIT extends FamilyContract {

    @Override
    protected Stores empty() {
        return TestDatabase.emptyStores().ports();
    }
}
