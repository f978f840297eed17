package org.eyrie.store.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Provenance;
import org.eyrie.model.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * Facts of one write, each once: of facts that stand twice the last one, completed by those before it.
 *
 * @param models by id
 * @param stubs models that only edges, scores and recipes name
 * @param derivations by (child, parent)
 * @param benchmarks by id
 * @param stubBenchmarks benchmarks that only scores name
 * @param evaluations by (model, benchmark)
 * @param recipes by model
 * @param provenance where all of it came from, or null where nobody says
 */
public record Latest(
        Map<ModelId, Model> models,
        List<ModelId> stubs,
        Map<?, Derivation> derivations,
        Map<BenchmarkId, Benchmark> benchmarks,
        List<BenchmarkId> stubBenchmarks,
        Map<?, Evaluation> evaluations,
        Map<ModelId, Recipe> recipes,
        @Nullable Provenance provenance) {

    /** What a write comes to. */
    public static Latest of(Facts facts) {
        Map<ModelId, Model> models = latest(facts.models().stream(), Model::id, Model::orElse);
        Stream<ModelId> ends = facts.derivations().stream().flatMap(edge -> Stream.of(edge.child(), edge.parent()));
        Stream<ModelId> evaluated = facts.evaluations().stream().map(Evaluation::model);
        Stream<ModelId> made = facts.recipes().stream().map(Recipe::model);
        Map<BenchmarkId, Benchmark> benchmarks = latest(facts.benchmarks().stream(), Benchmark::id, Benchmark::orElse);
        return new Latest(
                models,
                Stream.concat(Stream.concat(ends, evaluated), made)
                        .distinct()
                        .filter(id -> !models.containsKey(id))
                        .toList(),
                latest(
                        facts.derivations().stream(),
                        edge -> Map.entry(edge.child(), edge.parent()),
                        Derivation::orElse),
                benchmarks,
                facts.evaluations().stream()
                        .map(Evaluation::benchmark)
                        .distinct()
                        .filter(id -> !benchmarks.containsKey(id))
                        .toList(),
                latest(
                        facts.evaluations().stream(),
                        evaluation -> Map.entry(evaluation.model(), evaluation.benchmark()),
                        Evaluation::orElse),
                latest(facts.recipes().stream(), Recipe::model, (newer, older) -> newer),
                facts.provenance());
    }

    private static <K, T> Map<K, T> latest(Stream<T> facts, Function<T, K> key, BinaryOperator<T> orElse) {
        Map<K, T> latest = new LinkedHashMap<>();
        facts.forEach(fact -> latest.merge(key.apply(fact), fact, (older, newer) -> orElse.apply(newer, older)));
        return latest;
    }
}
