package org.eyrie.engine.ask;

import java.util.List;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.FitId;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * What to evaluate next.
 *
 * @param model whose scores are asked for; null where the question is which model is best
 * @param best the model one would take now, by its expected true score; null where the question is how good one is
 * @param benchmarks what the answer is about; of a model those it was not measured on
 * @param now of a model the mean width of the intervals of its scores on them, 0 to 1; of the best, the expected true
 *     score of the one taken now, 0 to 1
 * @param runs most useful per cost first. Each stands alone: once one was run, ask again
 * @param measured what bears on the question and is never proposed, because it is measured already
 * @param fit the fit it comes from
 * @param warnings reasons for care, for people
 */
public record EvaluationChoice(
        @Nullable ModelId model,
        @Nullable ModelId best,
        List<BenchmarkId> benchmarks,
        double now,
        List<ProposedRun> runs,
        List<MeasuredCell> measured,
        FitId fit,
        List<String> warnings) {

    public EvaluationChoice {
        benchmarks = List.copyOf(benchmarks);
        runs = List.copyOf(runs);
        measured = List.copyOf(measured);
        warnings = List.copyOf(warnings);
    }

    /**
     * A model to run on a benchmark.
     *
     * @param cost of running it: as given, or the number of items
     * @param costAssumed whether nobody knows its items, so that its cost is taken to be that of the median benchmark
     * @param gain how good a model is: the share of its scores' variance that this is expected to take, 0 to 1; which is
     *     best: by how much the expected true score of the one taken rises, 0 to 1
     * @param gainPerCost that by the cost
     * @param after what {@code now} is expected to be once it was run
     */
    public record ProposedRun(
            ModelId model,
            BenchmarkId benchmark,
            double cost,
            boolean costAssumed,
            double gain,
            double gainPerCost,
            double after) {}

    /**
     * A cell that is measured.
     *
     * @param score 0 to 1
     */
    public record MeasuredCell(ModelId model, BenchmarkId benchmark, double score) {}
}
