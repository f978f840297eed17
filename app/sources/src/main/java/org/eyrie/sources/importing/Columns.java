package org.eyrie.sources.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.ModelId;
import org.eyrie.model.ScoreStore;
import org.eyrie.sources.spi.BenchmarksMet;

/** Counts the scores of an import by benchmark, beside those the store had before. */
final class Columns {

    private final Map<BenchmarkId, Integer> before = new HashMap<>();
    private final Map<BenchmarkId, Long> scores = new TreeMap<>();
    private final Map<BenchmarkId, Set<ModelId>> fresh = new HashMap<>();
    private final ScoreStore store;

    Columns(ScoreStore store) {
        this.store = store;
        store.coverage().forEach(column -> before.put(column.benchmark(), column.evaluated()));
    }

    /** To be called before the scores are written. */
    void add(Facts facts) {
        Map<BenchmarkId, Set<ModelId>> doubtful = new HashMap<>();
        for (Evaluation evaluation : facts.evaluations()) {
            BenchmarkId benchmark = evaluation.benchmark();
            scores.merge(benchmark, 1L, Long::sum);
            if (!isEnough(benchmark)) {
                boolean stored = before.getOrDefault(benchmark, 0) > 0;
                (stored ? doubtful : fresh)
                        .computeIfAbsent(benchmark, id -> new HashSet<>())
                        .add(evaluation.model());
            }
        }
        if (!doubtful.isEmpty()) {
            Set<ModelId> models = new HashSet<>();
            doubtful.values().forEach(models::addAll);
            store.of(models).forEach(known -> doubtful.getOrDefault(known.benchmark(), new HashSet<>())
                    .remove(known.model()));
            doubtful.forEach((benchmark, added) ->
                    fresh.computeIfAbsent(benchmark, id -> new HashSet<>()).addAll(added));
        }
    }

    BenchmarksMet met() {
        List<String> created = scores.keySet().stream()
                .filter(benchmark -> before.getOrDefault(benchmark, 0) == 0)
                .map(BenchmarkId::value)
                .toList();
        long evidence = scores.entrySet().stream()
                .filter(entry -> isEnough(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        long all = scores.values().stream().mapToLong(Long::longValue).sum();
        return new BenchmarksMet(scores.size() - created.size(), created, all, evidence);
    }

    private boolean isEnough(BenchmarkId benchmark) {
        return before.getOrDefault(benchmark, 0)
                        + fresh.getOrDefault(benchmark, Set.of()).size()
                >= BenchmarksMet.ENOUGH;
    }
}
