package org.eyrie.store.port;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eyrie.model.ModelId;
import org.eyrie.model.Recipe;
import org.eyrie.model.RecipeStore;
import org.eyrie.store.row.RecipeRow;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Database;

public final class Neo4jRecipeStore implements RecipeStore {

    private final Database database;

    public Neo4jRecipeStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Recipe> recipe(ModelId model) {
        return database.read(work -> work.first(Statement.RECIPE, Map.of("modelId", model.value()), RecipeRow::read));
    }

    @Override
    public Map<ModelId, String> methods(Collection<ModelId> models) {
        List<String> ids = models.stream().map(ModelId::value).distinct().toList();
        return database
                .read(work -> work.list(
                        Statement.METHODS_OF_MODELS,
                        Map.of("ids", ids),
                        row -> Map.entry(
                                new ModelId(row.get("model").asString()),
                                row.get("method").asString())))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<Recipe> recipes(Collection<ModelId> models) {
        List<String> ids = models.stream().map(ModelId::value).distinct().toList();
        return new Stretches(database).read(ids, Statement.RECIPES_OF_MODELS, RecipeRow::read);
    }
}
