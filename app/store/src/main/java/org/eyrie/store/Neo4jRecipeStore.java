package org.eyrie.store;

import java.util.Map;
import java.util.Optional;
import org.eyrie.model.ModelId;
import org.eyrie.model.Recipe;
import org.eyrie.model.RecipeStore;

final class Neo4jRecipeStore implements RecipeStore {

    private final Database database;

    Neo4jRecipeStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Recipe> recipe(ModelId model) {
        return database.read(work -> work.first(Statement.RECIPE, Map.of("modelId", model.value()), RecipeRow::read));
    }
}
