package org.eyrie.engine.fit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Measurement;
import org.eyrie.model.ModelId;

/**
 * Who measured what. A score stands alone in the store; one that it replaced counts too, where another source measured it.
 *
 * @param names of the sources of the scores that stand, by model and benchmark
 * @param overtaken measurements that gave way to one of another source, each source's last, and its name
 */
public record Sources(Map<List<Object>, String> names, Map<Evaluation, String> overtaken) {

    /** As many models a source has to have measured, and a file that names none measured again, to be one of its own. */
    private static final int ENOUGH = 5;

    /** Where nobody asks. */
    public static final Sources NONE = new Sources(Map.of(), Map.of());

    public Sources {
        names = Map.copyOf(names);
        overtaken = Map.copyOf(overtaken);
    }

    /**
     * Of measurements.
     *
     * @param standing those that stand
     * @param gone those that gave way, of each cell the latest first; of them, runs of fewer items do not count
     */
    public static Sources of(Collection<Measurement> standing, Collection<Measurement> gone) {
        Map<List<Object>, String> names = new HashMap<>();
        Map<List<Object>, Evaluation> stands = new HashMap<>();
        standing.forEach(each -> {
            names.put(cell(each.evaluation()), SourceName.of(each));
            stands.put(cell(each.evaluation()), each.evaluation());
        });
        Map<Evaluation, String> overtaken = new HashMap<>();
        Set<List<Object>> known = new HashSet<>();
        for (Measurement each : gone) {
            String name = SourceName.of(each);
            List<Object> cell = cell(each.evaluation());
            List<Object> key = List.of(cell, name);
            Evaluation now = stands.get(cell);
            boolean part = now != null && each.evaluation().isPartOf(now);
            if (now != null && !part && !name.equals(names.get(cell)) && known.add(key)) {
                overtaken.put(each.evaluation(), name);
            }
        }
        return new Sources(names, overtaken);
    }

    private static List<Object> cell(Evaluation evaluation) {
        return List.of(evaluation.model(), evaluation.benchmark());
    }

    /** Who measured a score that stands; empty where nobody says. */
    String name(Evaluation evaluation) {
        return names.getOrDefault(cell(evaluation), "");
    }

    /**
     * The columns that others than the first source of a benchmark need. The first is the one of most scores. Who measured a
     * handful of models is not told from others; nor is a file that does not say who measured, unless it measured again
     * what others had.
     */
    public List<SourceColumn> columns(Collection<Evaluation> standing) {
        Map<BenchmarkId, Map<String, Count>> counts = new TreeMap<>();
        Set<String> apart = apart(standing);
        standing.forEach(each -> count(counts, each, name(each), apart).add(true));
        overtaken.forEach((each, name) -> count(counts, each, name, apart).add(false));
        List<SourceColumn> columns = new ArrayList<>();
        counts.forEach((benchmark, bySource) -> {
            String first = bySource.entrySet().stream()
                    .max(Comparator.comparing((Map.Entry<String, Count> entry) -> entry.getValue().scores)
                            .thenComparing(entry -> entry.getValue().standing)
                            .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                    .orElseThrow()
                    .getKey();
            bySource.keySet().stream()
                    .filter(name -> !name.isEmpty() && !name.equals(first))
                    .forEach(name -> columns.add(new SourceColumn(benchmark, name)));
        });
        return columns;
    }

    private static Count count(
            Map<BenchmarkId, Map<String, Count>> counts, Evaluation of, String name, Set<String> apart) {
        return counts.computeIfAbsent(of.benchmark(), first -> new TreeMap<>())
                .computeIfAbsent(apart.contains(name) ? name : "", first -> new Count());
    }

    /** Sources that are told from others. */
    private Set<String> apart(Collection<Evaluation> standing) {
        Map<String, Set<ModelId>> measured = new HashMap<>();
        standing.stream().filter(each -> SourceName.isSaid(name(each))).forEach(each -> models(measured, name(each))
                .add(each.model()));
        overtaken.forEach((each, name) -> {
            models(measured, name).add(each.model());
            models(measured, name(each)).add(each.model());
        });
        measured.values().removeIf(models -> models.size() < ENOUGH);
        return measured.keySet();
    }

    private static Set<ModelId> models(Map<String, Set<ModelId>> measured, String name) {
        return measured.computeIfAbsent(name, first -> new HashSet<>());
    }

    private static final class Count {

        private int scores;
        private int standing;

        private void add(boolean stands) {
            scores++;
            standing += stands ? 1 : 0;
        }
    }
}
