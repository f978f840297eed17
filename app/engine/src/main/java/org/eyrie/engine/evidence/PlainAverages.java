package org.eyrie.engine.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eyrie.model.Architecture;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Plain averages of what a fit was learned from, to hold its predictions against.
 *
 * @param overall mean score per benchmark
 * @param ofKind mean score per {@link #kind kind} and benchmark
 */
public record PlainAverages(Map<String, Double> overall, Map<String, Map<String, Double>> ofKind) {

    /** Averages over everything measured. */
    public static PlainAverages of(Collection<Model> models, Collection<Evaluation> evaluations) {
        Map<ModelId, String> kinds = new HashMap<>();
        for (Model model : models) {
            String kind = kind(model.traits());
            if (kind != null) {
                kinds.put(model.id(), kind);
            }
        }
        return new PlainAverages(
                meanByBenchmark(evaluations),
                evaluations.stream()
                        .filter(evaluation -> kinds.containsKey(evaluation.model()))
                        .collect(Collectors.groupingBy(evaluation -> kinds.getOrDefault(evaluation.model(), "")))
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, kind -> meanByBenchmark(kind.getValue()))));
    }

    /** Mean of models of the same kind, or of all where there is none; null where nothing was measured. */
    public @Nullable Double of(Traits traits, BenchmarkId benchmark) {
        String kind = kind(traits);
        Double alike = kind == null ? null : ofKind.getOrDefault(kind, Map.of()).get(benchmark.value());
        return alike != null ? alike : overall.get(benchmark.value());
    }

    /** Architecture and size rounded to whole billions, or null where the architecture is unknown. */
    private static @Nullable String kind(Traits traits) {
        String architecture = Architecture.of(traits.architecture());
        if (architecture == null) {
            return null;
        }
        Double size = traits.parametersBillions();
        return architecture + " " + (size == null ? "?" : String.valueOf(Math.round(size)));
    }

    private static Map<String, Double> meanByBenchmark(Collection<Evaluation> evaluations) {
        return evaluations.stream()
                .collect(Collectors.groupingBy(
                        evaluation -> evaluation.benchmark().value(), Collectors.averagingDouble(Evaluation::score)));
    }
}
