package org.eyrie.engine.evidence;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Architecture;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/**
 * How broadly the benchmarks of a fit were measured, counted in families: twenty fine-tunes of one model say little of
 * models that have nothing to do with it.
 *
 * @param together by benchmark and other benchmark, both ways: the number of families with a model that was measured on
 *     both
 * @param ofArchitecture by architecture and benchmark: the number of families with such a model measured there
 */
public record FamilySpread(
        Map<String, Map<String, Integer>> together, Map<String, Map<String, Integer>> ofArchitecture) {

    static FamilySpread of(Neighbourhood graph, Collection<Evaluation> evaluations, MeasuredFamilies families) {
        List<String> benchmarks = evaluations.stream()
                .map(evaluation -> evaluation.benchmark().value())
                .distinct()
                .sorted()
                .toList();
        Map<String, Integer> number = new HashMap<>();
        benchmarks.forEach(benchmark -> number.put(benchmark, number.size()));
        Map<ModelId, BitSet> measured = new HashMap<>();
        for (Evaluation evaluation : evaluations) {
            measured.computeIfAbsent(evaluation.model(), model -> new BitSet())
                    .set(number.getOrDefault(evaluation.benchmark().value(), 0));
        }
        return new FamilySpread(
                together(benchmarks, measured, families), ofArchitecture(graph, benchmarks, measured, families));
    }

    private static Map<String, Map<String, Integer>> together(
            List<String> benchmarks, Map<ModelId, BitSet> measured, MeasuredFamilies families) {
        Map<ModelId, BitSet[]> byFamily = new HashMap<>();
        measured.forEach((model, own) -> {
            BitSet[] family = byFamily.computeIfAbsent(families.root(model), root -> new BitSet[benchmarks.size()]);
            own.stream().forEach(one -> family[one] = union(family[one], own));
        });
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        for (BitSet[] family : byFamily.values()) {
            for (int one = 0; one < family.length; one++) {
                if (family[one] != null) {
                    count(counts, benchmarks.get(one), benchmarks, family[one]);
                }
            }
        }
        return counts;
    }

    private static Map<String, Map<String, Integer>> ofArchitecture(
            Neighbourhood graph, List<String> benchmarks, Map<ModelId, BitSet> measured, MeasuredFamilies families) {
        Map<String, Map<ModelId, BitSet>> byFamily = new HashMap<>();
        for (Model model : graph.models()) {
            String architecture = Architecture.of(model.traits().architecture());
            BitSet own = measured.get(model.id());
            if (architecture != null && own != null) {
                byFamily.computeIfAbsent(architecture, name -> new HashMap<>())
                        .computeIfAbsent(families.root(model.id()), root -> new BitSet())
                        .or(own);
            }
        }
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        byFamily.forEach((architecture, found) ->
                found.values().forEach(family -> count(counts, architecture, benchmarks, family)));
        return counts;
    }

    private static BitSet union(@Nullable BitSet one, BitSet other) {
        BitSet union = one == null ? new BitSet() : one;
        union.or(other);
        return union;
    }

    private static void count(
            Map<String, Map<String, Integer>> counts, String row, List<String> benchmarks, BitSet columns) {
        Map<String, Integer> found = counts.computeIfAbsent(row, name -> new HashMap<>());
        columns.stream().forEach(column -> found.merge(benchmarks.get(column), 1, Integer::sum));
    }

    /** The families that were measured both on a benchmark and on another one; none of the same one. */
    int together(String benchmark, String other) {
        return benchmark.equals(other)
                ? 0
                : together.getOrDefault(benchmark, Map.of()).getOrDefault(other, 0);
    }

    /** The families that were measured on a benchmark. */
    int on(String benchmark) {
        return together.getOrDefault(benchmark, Map.of()).getOrDefault(benchmark, 0);
    }

    /** Benchmarks by the number of families in which a model of the same architecture was measured there. */
    Map<String, Integer> ofArchitecture(Traits traits) {
        String architecture = Architecture.of(traits.architecture());
        return architecture == null ? Map.of() : ofArchitecture.getOrDefault(architecture, Map.of());
    }
}
