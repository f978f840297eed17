package org.eyrie.sources.evaluations;

import java.time.Instant;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.sources.conventions.BenchmarkNames;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.jspecify.annotations.Nullable;

/** Hands the scores of one model in one file over, and says which were left out. */
public final class MeasuredScores {

    private final FactSink sink;
    private final Place place;
    private final ModelId model;
    private final @Nullable String source;
    private final @Nullable Instant measuredAt;

    /**
     * @param place of the file
     * @param source the program that measured, or who published it
     */
    public MeasuredScores(
            FactSink sink, Place place, ModelId model, @Nullable String source, @Nullable Instant measuredAt) {
        this.sink = sink;
        this.place = place;
        this.model = model;
        this.source = source;
        this.measuredAt = measuredAt;
    }

    /** A score on all items of a benchmark, as far as their number is known; what is no share of successes is left out. */
    public void add(EvaluationSetup setup, double score, @Nullable Integer items, @Nullable Double stderr) {
        add(setup, score, items, items, stderr, null);
    }

    /**
     * A score.
     *
     * @param size number of items of the benchmark, or null
     * @param items number of those it was measured on, or null
     * @param stderr left out where it is none
     */
    public void add(
            EvaluationSetup setup,
            double score,
            @Nullable Integer size,
            @Nullable Integer items,
            @Nullable Double stderr,
            @Nullable Outcomes outcomes) {
        if (!(score >= 0 && score <= 1)) {
            leaveOut(setup, score + " is no share of successes");
            return;
        }
        try {
            Benchmark benchmark = BenchmarkNames.benchmark(setup, size);
            boolean error = stderr != null && stderr >= 0 && stderr <= 1;
            Evaluation evaluation = new Evaluation(
                    model, benchmark.id(), score, items, error ? stderr : null, outcomes, source, measuredAt);
            sink.benchmark(place, benchmark);
            sink.evaluation(place, evaluation);
        } catch (IllegalArgumentException e) {
            sink.reject(place, setup.task() + ": " + e.getMessage());
        }
    }

    /** Says why a score is not taken. */
    public void leaveOut(EvaluationSetup setup, String why) {
        sink.note(place, BenchmarkNames.id(setup) + " of " + model + " was left out: " + why);
    }
}
