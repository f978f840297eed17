package org.eyrie.engine.ask;

import java.util.List;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.FitId;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * What a model would do on the items of a benchmark.
 *
 * @param whole its score over all items, those observed included
 * @param evidence what that rests on
 * @param items item by item, in the order of their positions
 */
public record ItemAnswer(
        ModelId model,
        BenchmarkId benchmark,
        Estimate whole,
        ItemEvidence evidence,
        FitId fit,
        List<String> warnings,
        List<Item> items) {

    public ItemAnswer {
        warnings = List.copyOf(warnings);
        items = List.copyOf(items);
    }

    /**
     * One item.
     *
     * @param item its position, from zero
     * @param observed whether the model answered it correctly, or null where it was not run
     * @param probability the chance of a correct answer, were it run (again)
     * @param lower where that chance lies, lower end
     * @param upper upper end
     */
    public record Item(int item, @Nullable Boolean observed, double probability, double lower, double upper) {}
}
