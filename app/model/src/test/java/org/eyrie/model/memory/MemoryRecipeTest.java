package org.eyrie.model.memory;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.RecipeContract;

class MemoryRecipeTest extends RecipeContract {

    @Override
    protected Stores empty() {
        return MemoryStores.empty();
    }
}
