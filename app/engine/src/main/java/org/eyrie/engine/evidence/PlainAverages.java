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
 * @param overall scores per benchmark
 * @param ofKind scores per {@link #kind kind} and benchmark
 */
public record PlainAverages(Map<String, Scores> overall, Map<String, Map<String, Scores>> ofKind) {

    /**
     * Some scores, added up.
     *
     * @param sum of the scores, each 0 to 1
     * @param count how many, at least 1
     */
    public record Scores(double sum, int count) {

        private static Scores of(Collection<Evaluation> evaluations) {
            return new Scores(
                    evaluations.stream().mapToDouble(Evaluation::score).sum(), evaluations.size());
        }

        /** The mean of the others; null where there are none. */
        private @Nullable Double without(@Nullable Double own) {
            if (own == null || (count == 1 && own != sum)) { // it may have come after the fit
                return sum / count;
            }
            return count == 1 ? null : Math.min(Math.max((sum - own) / (count - 1), 0), 1);
        }
    }

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
                byBenchmark(evaluations),
                evaluations.stream()
                        .filter(evaluation -> kinds.containsKey(evaluation.model()))
                        .collect(Collectors.groupingBy(evaluation -> kinds.getOrDefault(evaluation.model(), "")))
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, kind -> byBenchmark(kind.getValue()))));
    }

    /**
     * Mean of other models of the same kind, or of all others where there is none; null where none was measured.
     *
     * @param own what the model itself was measured at, which is left out; null where it was not
     */
    public @Nullable Double of(Traits traits, BenchmarkId benchmark, @Nullable Double own) {
        String kind = kind(traits);
        Double alike = kind == null ? null : without(ofKind.getOrDefault(kind, Map.of()), benchmark, own);
        return alike != null ? alike : without(overall, benchmark, own);
    }

    private static @Nullable Double without(Map<String, Scores> scores, BenchmarkId benchmark, @Nullable Double own) {
        Scores all = scores.get(benchmark.value());
        return all == null ? null : all.without(own);
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

    private static Map<String, Scores> byBenchmark(Collection<Evaluation> evaluations) {
        return evaluations.stream()
                .collect(Collectors.groupingBy(
                        evaluation -> evaluation.benchmark().value(),
                        Collectors.collectingAndThen(Collectors.toList(), Scores::of)));
    }
}
