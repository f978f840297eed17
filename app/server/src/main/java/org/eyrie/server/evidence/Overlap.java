package org.eyrie.server.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;

/**
 * How many models a fit has seen on two benchmarks at once: without such models it cannot know what a score on one says
 * of the other.
 *
 * @param models number of models by benchmark and other benchmark, both ways
 */
public record Overlap(Map<String, Map<String, Integer>> models) {

    public static Overlap of(Collection<Evaluation> evaluations) {
        Map<String, Map<String, Integer>> models = new HashMap<>();
        Collection<List<String>> benchmarksByModel = evaluations.stream()
                .collect(Collectors.groupingBy(
                        Evaluation::model,
                        Collectors.mapping(evaluation -> evaluation.benchmark().value(), Collectors.toList())))
                .values();
        for (List<String> benchmarks : benchmarksByModel) {
            for (String one : benchmarks) {
                Map<String, Integer> others = models.computeIfAbsent(one, benchmark -> new HashMap<>());
                benchmarks.forEach(other -> others.merge(other, 1, Integer::sum));
            }
        }
        return new Overlap(models);
    }

    /** The most models that were measured both on a benchmark and on one of some others. */
    public int most(BenchmarkId benchmark, Set<BenchmarkId> others) {
        Map<String, Integer> counts = models.getOrDefault(benchmark.value(), Map.of());
        return others.stream()
                .filter(other -> !other.equals(benchmark))
                .mapToInt(other -> counts.getOrDefault(other.value(), 0))
                .max()
                .orElse(0);
    }
}
