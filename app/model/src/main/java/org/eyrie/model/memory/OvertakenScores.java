package org.eyrie.model.memory;

import static java.util.Comparator.comparing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Measurement;
import org.eyrie.model.ModelId;
import org.eyrie.model.Provenance;

/** Scores that gave way to other ones, from the journal. */
final class OvertakenScores {

    private final Graph graph;
    private final Map<Map.Entry<ModelId, BenchmarkId>, Measurement> standing = new HashMap<>();
    private final Map<Map.Entry<ModelId, BenchmarkId>, Deque<Measurement>> gone = new HashMap<>();

    OvertakenScores(Graph graph) {
        this.graph = graph;
        for (Journal.Entry entry : graph.journal.entries()) {
            Provenance origin = entry.facts().provenance();
            entry.facts().evaluations().forEach(evaluation -> {
                String source = origin == null ? null : origin.source();
                add(new Measurement(evaluation.withoutOutcomes(), source), entry.number() != null);
            });
        }
    }

    private void add(Measurement next, boolean imported) {
        Map.Entry<ModelId, BenchmarkId> cell =
                Map.entry(next.evaluation().model(), next.evaluation().benchmark());
        Measurement before = standing.get(cell);
        if (before == null) {
            standing.put(cell, next);
            return;
        }
        Evaluation now = next.evaluation().orElse(before.evaluation());
        if (now.equals(before.evaluation())) {
            return;
        }
        standing.put(cell, new Measurement(now, next.recordedFrom()));
        if (imported) { // of other writes nobody keeps what was before
            gone.computeIfAbsent(cell, first -> new ArrayDeque<>()).push(before);
        }
    }

    /** By model, then benchmark, the latest first. */
    List<Measurement> all() {
        List<Measurement> all = new ArrayList<>();
        gone.forEach((cell, measurements) -> {
            Evaluation stands = graph.evaluationsOf(cell.getKey()).get(cell.getValue());
            measurements.stream()
                    .filter(each -> stands != null && each.evaluation().score() != stands.score())
                    .forEach(all::add);
        });
        Comparator<Measurement> order = comparing(each -> each.evaluation().model());
        all.sort(order.thenComparing(each -> each.evaluation().benchmark()));
        return all;
    }
}
