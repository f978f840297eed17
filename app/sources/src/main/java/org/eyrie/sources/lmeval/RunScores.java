package org.eyrie.sources.lmeval;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private record Figure(String task, Benchmark benchmark, Evaluation evaluation) {}

    private final Results results;
    private final ModelId model;
    private final Place place;
    private final FactSink sink;
    private final Map<BenchmarkId, Figure> figures = new LinkedHashMap<>();
    private final Set<String> partial;
    private final Set<String> chosen = new HashSet<>();

    RunScores(Results results, ModelId model, Place place, FactSink sink) {
        this.results = results;
        this.model = model;
        this.place = place;
        this.sink = sink;
        this.partial = results.partial(Set.of());
        results.tasks().forEach(this::addTask);
    }

    /**
     * Joins outcomes with the score of the same task, metric and filter, or makes their mean the score; of a metric of
     * which less is better they are as little a share of successes as its score is. Where a part of the items was run
     * the score is theirs.
     */
    void add(String task, String metric, @Nullable String filter, Outcomes outcomes) {
        if (!results.higherIsBetter(task, metric)) {
            leaveOut(task + " " + metric + (filter == null ? "" : "," + filter) + " of its samples");
            return;
        }
        EvaluationSetup setup = results.setup(task, metric, filter);
        BenchmarkId id = BenchmarkNames.id(setup);
        Evaluation known = figures.containsKey(id) ? figures.get(id).evaluation() : null;
        SampledPart part = SampledPart.of(partial.contains(task), known, outcomes);
        if (part == SampledPart.UNKNOWN) {
            sink.note(
                    place,
                    id + ": its samples are " + outcomes.items() + " of "
                            + (known == null ? "some" : String.valueOf(known.items()))
                            + " items and do not say which, so they were left out");
            return;
        }
        if (part == SampledPart.CHOSEN) {
            chosen.add(task);
        } else if (known != null && known.items() != null && outcomes.seen() < known.items()) {
            sink.note(place, id + ": its samples hold " + outcomes.seen() + " of " + known.items() + " items");
        }
        Integer size = results.size(task);
        Benchmark benchmark = BenchmarkNames.benchmark(
                setup, size == null ? outcomes.items() : Integer.valueOf(Math.max(size, outcomes.items())));
        figures.put(id, new Figure(task, benchmark, evaluation(id, outcomes, part, known)));
    }

    private Evaluation evaluation(BenchmarkId id, Outcomes outcomes, SampledPart part, @Nullable Evaluation known) {
        if (part == SampledPart.NONE && known != null) {
            return known.with(outcomes);
        }
        return new Evaluation(
                model,
                id,
                outcomes.share(),
                outcomes.seen(),
                known == null ? null : known.stderr(),
                outcomes,
                results.source(),
                results.measuredAt());
    }

    /** Tasks that were run on a part of their items, and nothing says on which; groups go with their tasks. */
    Set<String> unidentified() {
        Set<String> tasks = new HashSet<>();
        Set<String> told = new HashSet<>();
        figures.values().forEach(figure -> {
            if (partial.contains(figure.task()) && !results.isGroup(figure.task())) {
                tasks.add(figure.task());
            }
            if (figure.evaluation().outcomes() != null) {
                told.add(figure.task());
            }
        });
        tasks.removeAll(told);
        return tasks;
    }

    /**
     * Hands everything over.
     *
     * @param allowPartial whether scores on a part of the items are taken where nothing says on which
     * @param runs takes what is known of some items each, which may be of several runs
     */
    void flush(boolean allowPartial, PartialEvaluations runs) {
        Traits traits = results.traits();
        if (!traits.equals(Traits.UNKNOWN)) {
            sink.traits(place, new Model(model, traits), List.of());
        }
        results.ties().forEach(edge -> sink.derivation(place, edge));
        Set<String> parts = results.partial(chosen);
        figures.values().forEach(figure -> {
            Evaluation evaluation = figure.evaluation();
            if (!parts.contains(figure.task())) {
                sink.benchmark(place, figure.benchmark());
                sink.evaluation(place, evaluation);
            } else if (evaluation.outcomes() != null) {
                runs.add(place, figure.benchmark(), evaluation);
            } else if (allowPartial) {
                sink.benchmark(place, figure.benchmark());
                sink.evaluation(place, evaluation);
            } else {
                sink.note(
                        place,
                        evaluation.benchmark() + " was left out: it is of a part of the items, and nothing says which");
            }
        });
    }

    // A metric's name may hold commas, a filter's never does.
    private void addTask(String task, Map<String, Object> metrics) {
        if (results.isPlain()) {
            metrics.forEach((key, value) -> {
                boolean figure = !(value instanceof String text) || MetricValue.of(text) != null;
                if (figure && !key.endsWith(STDERR) && !key.equals(ITEMS)) {
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
        Double score = MetricValue.of(value);
        if (score == null) {
            sink.note(place, what + " was left out: it is no number but " + ParsedTree.describe(value));
            return;
        }
        if (!results.higherIsBetter(task, metric) || !(score >= 0 && score <= 1)) {
            leaveOut(what + " = " + score);
            return;
        }
        Integer size = results.size(task);
        try {
            Benchmark benchmark = BenchmarkNames.benchmark(results.setup(task, metric, filter), size);
            figures.put(
                    benchmark.id(),
                    new Figure(
                            task,
                            benchmark,
                            new Evaluation(
                                    model,
                                    benchmark.id(),
                                    score,
                                    results.items(task),
                                    error(stderr),
                                    null,
                                    results.source(),
                                    results.measuredAt())));
        } catch (IllegalArgumentException e) {
            sink.reject(place, what + ": " + e.getMessage());
        }
    }

    private void leaveOut(String what) {
        sink.note(place, what + " was left out: it is no share of successes");
    }

    private static @Nullable Double error(@Nullable Object stderr) {
        Double error = MetricValue.of(stderr);
        return error != null && error >= 0 && error <= 1 ? error : null;
    }
}
