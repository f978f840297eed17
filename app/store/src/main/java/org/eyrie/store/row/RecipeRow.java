package org.eyrie.store.row;

import java.util.HashMap;
import java.util.Map;
import org.eyrie.model.ModelId;
import org.eyrie.model.Recipe;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/** A recipe as statements take and give it. */
public final class RecipeRow {

    private RecipeRow() {}

    public static Map<String, Object> of(Recipe recipe) {
        Map<String, Object> details = new HashMap<>();
        details.put("method", recipe.method());
        details.put("yaml", recipe.text());
        details.put("weight_rule", recipe.weightRule());
        details.put("source", recipe.source());
        return Map.of("model", recipe.model().value(), "details", details);
    }

    public static Recipe read(MapAccessor row) {
        return new Recipe(
                new ModelId(row.get("model").asString()),
                row.get("method").asString(),
                row.get("yaml").asString(),
                row.get("weight_rule").asString(),
                row.get("source").computeOrDefault(Value::asString, null));
    }
}
