package org.eyrie.sources.leaderboard;

import java.io.IOException;
import java.util.List;
import org.eyrie.model.Recipe;
import org.eyrie.sources.csv.CsvRow;
import org.eyrie.sources.csv.CsvTable;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;

/** How merges were made, one a row; {@code recipe} is the configuration word for word, line ends included. */
final class RecipeTable {

    private static final List<String> REQUIRED = List.of("model", "method", "recipe", "weight_rule");
    private static final List<String> OPTIONAL = List.of("source");

    private RecipeTable() {}

    static void read(Input input, FactSink sink, long base, long total) throws IOException {
        new CsvTable(input, REQUIRED, OPTIONAL).forEach(sink, base, total, row -> {
            Recipe recipe = recipe(row);
            if (recipe != null) {
                sink.recipe(row.place(), recipe);
            }
        });
    }

    private static @Nullable Recipe recipe(CsvRow row) {
        var model = row.model("model");
        String method = row.text("method");
        String text = row.verbatim("recipe");
        String rule = row.text("weight_rule");
        if (method == null || text == null || rule == null) {
            row.fault("method, recipe and weight_rule must not be blank: leave out models without a recipe");
            return null;
        }
        return model == null ? null : row.make(() -> new Recipe(model, method, text, rule, row.text("source")));
    }
}
