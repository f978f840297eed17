package org.eyrie.sources.lmeval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.model.Traits;
import org.eyrie.sources.conventions.BenchmarkNames;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/** The scores of one run, joined with the outcomes of its items. */
final class RunScores {

    private static final String STDERR = "_stderr";

    /** The number of items once more, without a filter. */
    private static final String ITEMS = "sample_len";

    private final Results results;
    private final ModelId model;
    private final Place place;
    private final FactSink sink;
    private final Map<BenchmarkId, Benchmark> benchmarks = new LinkedHashMap<>();
    private final Map<BenchmarkId, Evaluation> evaluations = new LinkedHashMap<>();

    RunScores(Results results, ModelId model, Place place, FactSink sink) {
        this.results = results;
        this.model = model;
        this.place = place;
        this.sink = sink;
        results.tasks().forEach(this::addTask);
    }

    /**
     * Joins outcomes with the score of the same task, metric and filter, or makes their mean the score; of a metric of
     * which less is better they are as little a share of successes as its score is.
     */
    void add(String task, String metric, String filter, Outcomes outcomes) {
        if (!results.higherIsBetter(task, metric)) {
            leaveOut(task + " " + metric + "," + filter + " of its samples");
            return;
        }
        EvaluationSetup setup = results.setup(task, metric, filter);
        Benchmark benchmark = BenchmarkNames.benchmark(setup, outcomes.items());
        benchmarks.put(benchmark.id(), benchmark);
        Evaluation known = evaluations.get(benchmark.id());
        double share = outcomes.share();
        evaluations.put(
                benchmark.id(),
                new Evaluation(
                        model,
                        benchmark.id(),
                        known == null ? share : known.score(),
                        known == null ? Integer.valueOf(outcomes.seen()) : known.items(),
                        known == null ? null : known.stderr(),
                        outcomes,
                        results.source(),
                        results.measuredAt()));
    }

    void flush() {
        Traits traits = results.traits();
        if (!traits.equals(Traits.UNKNOWN)) {
            sink.traits(place, new Model(model, traits), List.of());
        }
        benchmarks.values().forEach(benchmark -> sink.benchmark(place, benchmark));
        evaluations.values().forEach(evaluation -> sink.evaluation(place, evaluation));
    }

    // A metric's name may hold commas, a filter's never does.
    private void addTask(String task, Map<String, Object> metrics) {
        if (results.isPlain()) {
            metrics.forEach((key, value) -> {
                if (value instanceof Number && !key.endsWith(STDERR) && !key.equals(ITEMS)) {
                    add(task, key, null, value, metrics.get(key + STDERR));
                }
            });
            return;
        }
        metrics.forEach((key, value) -> {
            int comma = key.lastIndexOf(',');
            String metric = comma < 0 ? key : key.substring(0, comma);
            if (comma >= 0 && !metric.endsWith(STDERR)) {
                String filter = key.substring(comma + 1);
                add(task, metric, filter, value, metrics.get(metric + STDERR + "," + filter));
            } else if (comma < 0 && value instanceof Number && !key.equals(ITEMS)) {
                sink.ignored(key);
            }
        });
    }

    private void add(
            String task, String metric, @Nullable String filter, @Nullable Object value, @Nullable Object stderr) {
        String what = task + " " + metric + (filter == null ? "" : "," + filter);
        if (!(value instanceof Number number)) {
            sink.reject(place, what + " must be a number, not " + ParsedTree.describe(value));
            return;
        }
        double score = number.doubleValue();
        if (!results.higherIsBetter(task, metric) || !(score >= 0 && score <= 1)) {
            leaveOut(what + " = " + score);
            return;
        }
        Integer items = results.items(task);
        try {
            Benchmark benchmark = BenchmarkNames.benchmark(results.setup(task, metric, filter), items);
            benchmarks.put(benchmark.id(), benchmark);
            evaluations.put(
                    benchmark.id(),
                    new Evaluation(
                            model,
                            benchmark.id(),
                            score,
                            items,
                            error(stderr),
                            null,
                            results.source(),
                            results.measuredAt()));
        } catch (IllegalArgumentException e) {
            sink.reject(place, what + ": " + e.getMessage());
        }
    }

    private void leaveOut(String what) {
        sink.note(place, what + " was left out: it is no share of successes");
    }

    private static @Nullable Double error(@Nullable Object stderr) {
        return stderr instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1
                ? number.doubleValue()
                : null;
    }
}
