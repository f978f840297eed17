package org.eyrie.sources.ndjson;

import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.BenchmarkNames;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.tree.Fields;

/**
 * Lines of kind {@code item}: {@code model, benchmark, item} (a hash or another name), {@code value} (0 or 1), and
 * what describes the setup. Together they are a model's outcomes on a benchmark.
 */
final class ItemLine {

    private ItemLine() {}

    static void add(Place place, Fields fields, ItemScores scores) throws UnreadableException {
        ModelId model = fields.model("model");
        EvaluationSetup setup = FactLines.setup(fields);
        String item = fields.text("item");
        Integer value = fields.integer("value");
        if (item == null) {
            fields.fault("item must not be blank");
        }
        if (value == null || (value != 0 && value != 1)) {
            fields.fault("value of an item must be 0 or 1");
        }
        if (model == null || setup == null || item == null || value == null) {
            return;
        }
        var benchmark = fields.make(() -> BenchmarkNames.benchmark(setup, null));
        if (benchmark != null && !scores.add(place, model, benchmark, item, value == 1)) {
            fields.fault("The item " + item + " of " + model + " stands twice with different values: keep one");
        }
    }
}
