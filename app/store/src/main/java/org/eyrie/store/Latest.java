package org.eyrie.store;

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

/**
 * Facts of one write, each once: of facts that stand twice the last one, completed by those before it.
 *
 * @param models by id
 * @param stubs models that only edges and scores name
 * @param derivations by (child, parent)
 * @param benchmarks by id
 * @param stubBenchmarks benchmarks that only scores name
 * @param evaluations by (model, benchmark)
 */
record Latest(
        Map<ModelId, Model> models,
        List<ModelId> stubs,
        Map<?, Derivation> derivations,
        Map<BenchmarkId, Benchmark> benchmarks,
        List<BenchmarkId> stubBenchmarks,
        Map<?, Evaluation> evaluations) {

    static Latest of(Facts facts) {
        Map<ModelId, Model> models = latest(
                facts.models().stream(),
                Model::id,
                (newer, older) -> new Model(newer.id(), newer.traits().orElse(older.traits())));
        Stream<ModelId> ends = facts.derivations().stream().flatMap(edge -> Stream.of(edge.child(), edge.parent()));
        Stream<ModelId> evaluated = facts.evaluations().stream().map(Evaluation::model);
        Map<BenchmarkId, Benchmark> benchmarks = latest(facts.benchmarks().stream(), Benchmark::id, Benchmark::orElse);
        return new Latest(
                models,
                Stream.concat(ends, evaluated)
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
                        Evaluation::orElse));
    }

    private static <K, T> Map<K, T> latest(Stream<T> facts, Function<T, K> key, BinaryOperator<T> orElse) {
        Map<K, T> latest = new LinkedHashMap<>();
        facts.forEach(fact -> latest.merge(key.apply(fact), fact, (older, newer) -> orElse.apply(newer, older)));
        return latest;
    }
}
