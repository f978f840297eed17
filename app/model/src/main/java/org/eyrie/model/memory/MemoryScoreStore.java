package org.eyrie.model.memory;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Measurement;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.model.Provenance;
import org.eyrie.model.ScoreStore;
import org.jspecify.annotations.Nullable;

final class MemoryScoreStore implements ScoreStore {

    private final Graph graph;

    MemoryScoreStore(Graph graph) {
        this.graph = graph;
    }

    @Override
    public List<Benchmark> benchmarks() {
        synchronized (graph) {
            return List.copyOf(graph.benchmarks.values());
        }
    }

    @Override
    public List<Evaluation> of(Collection<ModelId> models) {
        synchronized (graph) {
            return new TreeSet<>(models)
                    .stream()
                            .flatMap(model -> graph.evaluationsOf(model).values().stream())
                            .map(Evaluation::withoutOutcomes)
                            .toList();
        }
    }

    @Override
    public List<Evaluation> all() {
        synchronized (graph) {
            return graph.evaluations().stream().map(Evaluation::withoutOutcomes).toList();
        }
    }

    @Override
    public List<Measurement> measurements() {
        synchronized (graph) {
            return all().stream().map(this::read).toList();
        }
    }

    @Override
    public List<Measurement> measurements(Collection<ModelId> models) {
        synchronized (graph) {
            return of(models).stream().map(this::read).toList();
        }
    }

    private Measurement read(Evaluation evaluation) {
        return new Measurement(
                evaluation, graph.recorded(evaluation).map(Provenance::source).orElse(null));
    }

    @Override
    public List<Measurement> overtaken() {
        synchronized (graph) {
            return new OvertakenScores(graph).all();
        }
    }

    @Override
    public List<Measurement> overtaken(Collection<ModelId> models) {
        Set<ModelId> wanted = Set.copyOf(models);
        return overtaken().stream()
                .filter(each -> wanted.contains(each.evaluation().model()))
                .toList();
    }

    @Override
    public List<Evaluation> outcomes(BenchmarkId benchmark) {
        synchronized (graph) {
            graph.require(benchmark);
            return on(benchmark).flatMap(this::padded).toList();
        }
    }

    @Override
    public List<String> itemNames(BenchmarkId benchmark) {
        synchronized (graph) {
            graph.require(benchmark);
            return graph.itemNames.getOrDefault(benchmark, List.of());
        }
    }

    @Override
    public List<Evaluation> outcomes(Collection<ModelId> models) {
        synchronized (graph) {
            return new TreeSet<>(models)
                    .stream()
                            .flatMap(model -> graph.evaluationsOf(model).values().stream())
                            .flatMap(this::padded)
                            .toList();
        }
    }

    @Override
    public List<Evaluation> best(BenchmarkId benchmark, @Nullable ModelId family, int limit) {
        LineageStore.checkLimit(limit);
        synchronized (graph) {
            graph.require(benchmark);
            Optional<Set<ModelId>> members = Optional.ofNullable(family).map(founder -> {
                graph.require(founder);
                return new Families(graph).members(founder);
            });
            return on(benchmark)
                    .filter(evaluation ->
                            members.map(ids -> ids.contains(evaluation.model())).orElse(true))
                    .map(Evaluation::withoutOutcomes)
                    .sorted(comparing(Evaluation::score).reversed().thenComparing(Evaluation::model))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public Optional<Provenance> recorded(ModelId model, BenchmarkId benchmark) {
        synchronized (graph) {
            return Optional.ofNullable(graph.evaluationsOf(model).get(benchmark))
                    .flatMap(graph::recorded);
        }
    }

    @Override
    public List<Coverage> coverage() {
        synchronized (graph) {
            return graph.benchmarks.keySet().stream().map(this::coverageOf).toList();
        }
    }

    private Coverage coverageOf(BenchmarkId benchmark) {
        List<Evaluation> evaluations = on(benchmark).toList();
        long withOutcomes = evaluations.stream()
                .filter(evaluation -> evaluation.outcomes() != null)
                .count();
        return new Coverage(benchmark, evaluations.size(), (int) withOutcomes, graph.models.size());
    }

    // As long as the benchmark has named items, however many of them the run has seen.
    private Stream<Evaluation> padded(Evaluation evaluation) {
        Outcomes outcomes = evaluation.outcomes();
        int named =
                graph.itemNames.getOrDefault(evaluation.benchmark(), List.of()).size();
        return outcomes == null ? Stream.empty() : Stream.of(evaluation.with(outcomes.paddedTo(named)));
    }

    private Stream<Evaluation> on(BenchmarkId benchmark) {
        return graph.evaluations().stream()
                .filter(evaluation -> evaluation.benchmark().equals(benchmark));
    }
}
