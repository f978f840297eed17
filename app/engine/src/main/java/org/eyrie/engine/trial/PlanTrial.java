package org.eyrie.engine.trial;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.fit.Fitting;
import org.eyrie.engine.fit.Numbering;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Stores;
import org.eyrie.model.memory.MemoryStores;
import org.eyrie.task.Progress;

/**
 * Asks what held-out models would score as if they were only planned: of a graph in memory that has never heard of them,
 * by the same way as everybody asks.
 */
final class PlanTrial {

    private final Neighbourhood graph;
    private final Numbering numbering;
    private final FitSettings settings;
    private final Map<ModelId, List<Derivation>> derivations;
    private final IdentityHashMap<Problem, Asking> worlds = new IdentityHashMap<>();

    PlanTrial(Neighbourhood graph, Numbering numbering, FitSettings settings) {
        this.graph = graph;
        this.numbering = numbering;
        this.settings = settings;
        this.derivations = graph.derivations().stream().collect(Collectors.groupingBy(Derivation::child));
    }

    /** A plan that gives nothing but the parents, and one with the traits that planners know. */
    List<Predictor> contestants() {
        return List.of(new PlanPredictor(this, false), new PlanPredictor(this, true));
    }

    /** The world without some models, fitted; made once for each training problem. */
    Asking without(int[] hidden, Problem training, Progress progress) {
        return worlds.computeIfAbsent(training, problem -> world(hidden, problem, progress));
    }

    Model model(int row) {
        return numbering.models().get(row);
    }

    List<Derivation> parents(ModelId child) {
        return derivations.getOrDefault(child, List.of());
    }

    List<BenchmarkId> benchmarks() {
        return numbering.benchmarks();
    }

    private Asking world(int[] hidden, Problem training, Progress progress) {
        Set<ModelId> unknown = new HashSet<>();
        Arrays.stream(hidden).forEach(row -> unknown.add(model(row).id()));
        Stores stores = MemoryStores.empty();
        stores.facts()
                .write(new Facts(
                        graph.models().stream()
                                .filter(model -> !unknown.contains(model.id()))
                                .toList(),
                        graph.derivations().stream()
                                .filter(edge -> !unknown.contains(edge.child()) && !unknown.contains(edge.parent()))
                                .toList(),
                        numbering.benchmarks().stream()
                                .map(id -> new Benchmark(id, null, EvaluationSetup.UNKNOWN))
                                .toList(),
                        evaluations(training.observations())));
        new Fitting(stores, Clock.systemUTC()).fit(settings, progress);
        return Asking.of(stores);
    }

    private List<Evaluation> evaluations(Observations observations) {
        List<Evaluation> evaluations = new ArrayList<>(observations.cells());
        for (int cell = 0; cell < observations.cells(); cell++) {
            if (numbering.source(observations.column()[cell]) != null) {
                continue; // plans are tried on what the first source measured
            }
            evaluations.add(new Evaluation(
                    model(observations.model()[cell]).id(),
                    numbering.benchmark(observations.column()[cell]),
                    observations.score()[cell],
                    (int) observations.trials()[cell],
                    null,
                    null,
                    null,
                    null));
        }
        return evaluations;
    }
}
