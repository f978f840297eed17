package org.eyrie.store;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.RecipeContract;

class Neo4jRecipeIT extends RecipeContract {

    @Override
    protected Stores empty() {
        return TestDatabase.emptyStores().ports();
    }
}
