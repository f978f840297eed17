package org.eyrie.engine.ask;

import java.util.List;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.FitId;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * What to run next to know a model's score on a benchmark better.
 *
 * @param now what is known before
 * @param itemsKnown how many of the benchmark's items the model is known on already; none of them is named again
 * @param measured scores the model has already, the benchmark's own first; none of these benchmarks is named again
 * @param items which items, the most useful per cost first
 * @param benchmarks other benchmarks that would tell something, run whole, the most useful per item first
 */
public record NextRuns(
        ModelId model,
        BenchmarkId benchmark,
        Estimate now,
        int itemsKnown,
        List<KnownScore> measured,
        List<ItemRun> items,
        List<BenchmarkRun> benchmarks,
        FitId fit,
        List<String> warnings) {

    public NextRuns {
        measured = List.copyOf(measured);
        items = List.copyOf(items);
        benchmarks = List.copyOf(benchmarks);
        warnings = List.copyOf(warnings);
    }

    /**
     * A score that is there.
     *
     * @param items how many items it is of where those are not all, or null
     */
    public record KnownScore(
            BenchmarkId benchmark, double score, @Nullable Integer items) {}

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
            BenchmarkId benchmark, @Nullable Integer items, double shrink) {}
}
