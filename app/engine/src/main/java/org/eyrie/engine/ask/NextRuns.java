package org.eyrie.engine.ask;

import java.util.List;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.FitId;
import org.eyrie.model.ModelId;

/**
 * What to run next to know a model's score on a benchmark better.
 *
 * @param now what is known before
 * @param items which items, the most useful per cost first
 * @param benchmarks other benchmarks that would tell something, run whole, the most useful per item first
 */
public record NextRuns(
        ModelId model,
        BenchmarkId benchmark,
        Estimate now,
        List<ItemRun> items,
        List<BenchmarkRun> benchmarks,
        FitId fit,
        List<String> warnings) {

    public NextRuns {
        items = List.copyOf(items);
        benchmarks = List.copyOf(benchmarks);
        warnings = List.copyOf(warnings);
    }

    /**
     * An item to run.
     *
     * @param item its position, from zero
     * @param cost of running it
     * @param totalCost of this and all before it
     * @param width of the interval to be expected after this and all before it
     */
    public record ItemRun(int item, double cost, double totalCost, double width) {}

    /**
     * A benchmark to run whole.
     *
     * @param items how many it has, or null where unknown
     * @param shrink share of the score's variance, on the scale of logits, that its score would take away, 0 to 1
     */
    public record BenchmarkRun(
            BenchmarkId benchmark,
            @org.jspecify.annotations.Nullable Integer items,
            double shrink) {}
}
