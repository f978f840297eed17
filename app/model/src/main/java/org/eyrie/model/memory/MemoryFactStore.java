package org.eyrie.model.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.CycleSearch;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.FactStore;
import org.eyrie.model.Facts;
import org.eyrie.model.LineageCycleException;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Provenance;
import org.eyrie.model.Recipe;
import org.eyrie.model.ReplacedScore;
import org.eyrie.model.ReplacedScore.Measured;
import org.eyrie.model.WriteSummary;
import org.jspecify.annotations.Nullable;

final class MemoryFactStore implements FactStore {

    private final Graph graph;

    MemoryFactStore(Graph graph) {
        this.graph = graph;
    }

    @Override
    public WriteSummary write(Facts facts) {
        synchronized (graph) {
            graph.journal.check(facts.provenance());
            // Whatever can be refused is refused before the first change: that makes the write atomic.
            refuseCycles(facts);
            Change<Benchmark> benchmarks = benchmarks(facts);
            Change<Model> models = models(facts);
            Change<Derivation> derivations = derivations(facts);
            ItemPlacing placing = new ItemPlacing(graph);
            List<Evaluation> placed =
                    facts.evaluations().stream().map(placing::place).toList();
            Change<Evaluation> evaluations = evaluations(placed);
            int kept = kept(facts);
            List<ReplacedScore> replaced = replaced(placed, facts.provenance());
            Change<Recipe> recipes = recipes(facts);
            models.rows().forEach(model -> graph.models.put(model.id(), model));
            benchmarks.rows().forEach(benchmark -> graph.benchmarks.put(benchmark.id(), benchmark));
            derivations.rows().forEach(graph::put);
            evaluations.rows().forEach(graph::put);
            evaluations.rows().forEach(row -> graph.recorded(row, facts.provenance()));
            placing.layouts().forEach((benchmark, layout) -> graph.itemNames.put(benchmark, layout.names()));
            recipes.rows().forEach(recipe -> graph.recipes.put(recipe.model(), recipe));
            WriteSummary summary = new WriteSummary(
                    models.counts(),
                    derivations.counts(),
                    benchmarks.counts(),
                    evaluations.counts(),
                    recipes.counts(),
                    kept,
                    placing.unaligned(),
                    replaced);
            if (summary.isChange()) {
                graph.version++;
                graph.journal.add(facts, summary);
            }
            return summary;
        }
    }

    @Override
    public Optional<Long> end(UUID run, Instant finishedAt, List<String> notes) {
        synchronized (graph) {
            return graph.journal.end(run, finishedAt, notes);
        }
    }

    @Override
    public long version() {
        synchronized (graph) {
            return graph.version;
        }
    }

    private void refuseCycles(Facts facts) {
        new CycleSearch()
                .add(graph.derivations())
                .add(facts.derivations())
                .find()
                .ifPresent(cycle -> {
                    throw new LineageCycleException(cycle);
                });
    }

    private Change<Model> models(Facts facts) {
        Stream<ModelId> ends = facts.derivations().stream().flatMap(edge -> Stream.of(edge.child(), edge.parent()));
        Stream<ModelId> evaluated = facts.evaluations().stream().map(Evaluation::model);
        Stream<ModelId> made = facts.recipes().stream().map(Recipe::model);
        Stream<Model> stubs = Stream.concat(Stream.concat(ends, evaluated), made)
                .filter(id -> !graph.models.containsKey(id))
                .map(Model::stub);
        return Change.between(
                Stream.concat(stubs, facts.models().stream()), Model::id, Model::orElse, graph.models::get);
    }

    private Change<Benchmark> benchmarks(Facts facts) {
        Stream<Benchmark> stubs = facts.evaluations().stream()
                .map(Evaluation::benchmark)
                .filter(id -> !graph.benchmarks.containsKey(id))
                .map(Benchmark::stub);
        return Change.between(
                Stream.concat(stubs, facts.benchmarks().stream()),
                Benchmark::id,
                Benchmark::orElse,
                graph.benchmarks::get);
    }

    private Change<Derivation> derivations(Facts facts) {
        return Change.between(
                facts.derivations().stream(),
                edge -> Map.entry(edge.child(), edge.parent()),
                Derivation::orElse,
                ends -> graph.parentsOf(ends.getKey()).get(ends.getValue()));
    }

    private Change<Recipe> recipes(Facts facts) {
        return Change.between(facts.recipes().stream(), Recipe::model, (newer, older) -> newer, graph.recipes::get);
    }

    private int kept(Facts facts) {
        return (int) facts.evaluations().stream()
                .filter(newer -> {
                    Evaluation older = graph.evaluationsOf(newer.model()).get(newer.benchmark());
                    return older != null && newer.isPartOf(older) && newer.score() != older.score();
                })
                .map(newer -> Map.entry(newer.model(), newer.benchmark()))
                .distinct()
                .count();
    }

    private List<ReplacedScore> replaced(List<Evaluation> placed, @Nullable Provenance origin) {
        List<ReplacedScore> replaced = new ArrayList<>();
        for (Evaluation newer : placed) {
            Evaluation older = graph.evaluationsOf(newer.model()).get(newer.benchmark());
            if (older == null || older.score() == newer.score() || newer.isPartOf(older) || newer.complements(older)) {
                continue;
            }
            Measured before = Measured.of(older, graph.recorded(older).orElse(null));
            Measured now = Measured.of(newer, origin);
            if (!now.isOfOriginOf(before)) {
                replaced.add(new ReplacedScore(newer.model(), newer.benchmark(), before, now));
            }
        }
        return replaced.stream().limit(ReplacedScore.LISTED).toList();
    }

    private Change<Evaluation> evaluations(List<Evaluation> placed) {
        return Change.between(
                placed.stream(),
                evaluation -> Map.entry(evaluation.model(), evaluation.benchmark()),
                Evaluation::orElse,
                (Map.Entry<ModelId, BenchmarkId> cell) ->
                        graph.evaluationsOf(cell.getKey()).get(cell.getValue()));
    }
}
