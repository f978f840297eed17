package org.eyrie.store;

import org.eyrie.model.contract.Ports;
import org.eyrie.model.contract.RecipeContract;

class Neo4jRecipeIT extends RecipeContract {

    @Override
    protected Ports empty() {
        return TestDatabase.ports(TestDatabase.emptyStores());
    }
}
