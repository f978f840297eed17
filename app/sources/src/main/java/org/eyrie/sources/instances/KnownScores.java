package org.eyrie.sources.instances;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.model.ScoreStore;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.jspecify.annotations.Nullable;

/** Joins outcomes with the scores the store knows, some hundred models at a time. */
final class KnownScores {

    private static final int AT_ONCE = 500;

    /** Two figures for one share of items differ by less than this, whatever way they were computed. */
    private static final double ROUNDING = 1e-9;

    private record Waiting(Place place, ModelId model, Outcomes outcomes) {}

    private final BenchmarkId benchmark;
    private final Optional<Benchmark> stored;
    private final ScoreStore scores;
    private final FactSink sink;
    private final Map<ModelId, Double> derived = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private int items;
    private int kept;

    KnownScores(BenchmarkId benchmark, ScoreStore scores, FactSink sink) {
        this.benchmark = benchmark;
        this.scores = scores;
        this.sink = sink;
        this.stored = scores.benchmarks().stream()
                .filter(known -> known.id().equals(benchmark))
                .findFirst();
        if (stored.isPresent()) {
            for (Evaluation evaluation : scores.outcomes(benchmark)) {
                Outcomes outcomes = evaluation.outcomes();
                if (outcomes != null) {
                    items = outcomes.items();
                    derived.put(evaluation.model(), outcomes.share());
                }
            }
        }
    }

    /** How many scores stay as they are though their items say otherwise. */
    int kept() {
        return kept;
    }

    /** How many items the outcomes in the store have, zero where there are none. */
    int items() {
        return items;
    }

    /** The number of items the store says the benchmark has, else that of the outcomes. */
    int count(int outcomes) {
        return stored.map(Benchmark::items).orElse(outcomes);
    }

    void evaluate(Place place, ModelId model, Outcomes outcomes) {
        waiting.add(new Waiting(place, model, outcomes));
        if (waiting.size() >= AT_ONCE) {
            flush();
        }
    }

    void flush() {
        Map<ModelId, Evaluation> known = new HashMap<>();
        for (Evaluation evaluation :
                scores.of(waiting.stream().map(Waiting::model).distinct().toList())) {
            if (evaluation.benchmark().equals(benchmark)) {
                known.put(evaluation.model(), evaluation);
            }
        }
        for (Waiting row : waiting) {
            sink.evaluation(row.place(), joined(row, known.get(row.model())));
        }
        waiting.clear();
    }

    // A score that is the mean of the outcomes it was stored with came from them, and follows them when they change.
    private Evaluation joined(Waiting row, @Nullable Evaluation known) {
        if (known != null) {
            Double share = derived.get(row.model());
            if (share == null || Math.abs(share - known.score()) > ROUNDING) {
                kept += Math.abs(row.outcomes().share() - known.score()) > ROUNDING ? 1 : 0;
                return evaluation(row, known.score(), null);
            }
        }
        return evaluation(row, row.outcomes().share(), row.outcomes().seen());
    }

    private Evaluation evaluation(Waiting row, double score, @Nullable Integer seen) {
        return new Evaluation(row.model(), benchmark, score, seen, null, row.outcomes(), null, null);
    }
}
