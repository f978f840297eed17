package org.eyrie.model.memory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eyrie.model.ModelId;
import org.eyrie.model.Recipe;
import org.eyrie.model.RecipeStore;

final class MemoryRecipeStore implements RecipeStore {

    private final Graph graph;

    MemoryRecipeStore(Graph graph) {
        this.graph = graph;
    }

    @Override
    public Optional<Recipe> recipe(ModelId model) {
        synchronized (graph) {
            return Optional.ofNullable(graph.recipes.get(model));
        }
    }

    @Override
    public Map<ModelId, String> methods(Collection<ModelId> models) {
        return recipes(models).stream().collect(Collectors.toMap(Recipe::model, Recipe::method));
    }

    @Override
    public List<Recipe> recipes(Collection<ModelId> models) {
        synchronized (graph) {
            return models.stream()
                    .distinct()
                    .sorted()
                    .map(graph.recipes::get)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }
}
