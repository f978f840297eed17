package org.eyrie.engine.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.eyrie.engine.evidence.Evidence;
import org.eyrie.engine.evidence.MeasuredLineage;
import org.eyrie.engine.fit.IntervalLevel;
import org.eyrie.engine.fit.Numbering;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.posterior.LeaveOut;
import org.eyrie.lrmf.posterior.WantedColumns;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.UnknownModelException;
import org.jspecify.annotations.Nullable;

/** Families read from the store, numbered, and solved with a fit. */
final class SolvedFamily {

    private final CurrentFit fit;
    private final Neighbourhood graph;
    private final PartialRuns partial;
    private final Numbering numbering;
    private final FamilyPosterior posterior;
    private final Map<ModelId, List<ModelId>> parents = new HashMap<>();
    private final MeasuredLineage measured;

    /** @param planned how many of the models, the first, do not exist yet */
    SolvedFamily(
            CurrentFit fit,
            Neighbourhood graph,
            int planned,
            List<Evaluation> evaluations,
            PartialRuns partial,
            Numbering numbering) {
        this.fit = fit;
        this.graph = graph;
        this.partial = partial;
        this.numbering = numbering;
        this.posterior = fit.shared().solve(numbering.problem(), planned);
        for (Derivation derivation : graph.derivations()) {
            parents.computeIfAbsent(derivation.child(), child -> new ArrayList<>())
                    .add(derivation.parent());
        }
        this.measured = new MeasuredLineage(graph, evaluations, planned);
    }

    CurrentFit fit() {
        return fit;
    }

    Numbering numbering() {
        return numbering;
    }

    FamilyPosterior posterior() {
        return posterior;
    }

    /** Column of a benchmark that the fit is known to know. */
    int column(BenchmarkId benchmark) {
        return numbering.column(benchmark).orElseThrow();
    }

    /** Columns of benchmarks that the fit is known to know, by their weights. */
    WantedColumns wanted(Map<BenchmarkId, Double> weights) {
        return new WantedColumns(
                weights.keySet().stream().mapToInt(this::column).toArray(),
                weights.values().stream().mapToDouble(weight -> weight).toArray());
    }

    /** A predicted score; its own measurement is kept from it where {@code leaveOut} says so. */
    Estimate estimate(int row, int column, boolean leaveOut) {
        LeaveOut left = leaveOut ? LeaveOut.CELL : LeaveOut.NOTHING;
        return Estimate.of(posterior.predict(row, column, left, IntervalLevel.USUAL));
    }

    /** Whether relatives were left out because there are too many or they are too far. */
    boolean truncated() {
        return graph.truncated();
    }

    List<Model> models() {
        return graph.models();
    }

    /**
     * One of them.
     *
     * @throws UnknownModelException if it is in none of the families
     */
    Model member(ModelId model) {
        int row = numbering.row(model).orElseThrow(() -> new UnknownModelException(model));
        return graph.models().get(row);
    }

    List<Derivation> derivations() {
        return graph.derivations();
    }

    @Nullable
    Double score(ModelId model, BenchmarkId benchmark) {
        return measured.score(model, benchmark);
    }

    /** How much of the benchmark the score is of; null where it is of all, or there is none. */
    PartialRuns.@Nullable Run partialRun(ModelId model, BenchmarkId benchmark) {
        return partial.of(model, benchmark);
    }

    /** What a prediction of a cell rests on; its own measurement does not count where {@code leaveOut} says so. */
    Evidence evidence(Model model, BenchmarkId benchmark, boolean leaveOut) {
        return measured.evidence(model, benchmark, leaveOut, fit.spread());
    }

    List<ModelId> parents(ModelId model) {
        return parents.getOrDefault(model, List.of());
    }

    /** Mean of a model's parents that were measured on a benchmark; empty where none was. */
    OptionalDouble parentMean(ModelId model, BenchmarkId benchmark) {
        return parents(model).stream()
                .map(parent -> score(parent, benchmark))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average();
    }

    /** Models from which there is a way down to no other: {@code model} and everything made from it. */
    Set<ModelId> withDescendants(ModelId model) {
        Map<ModelId, List<ModelId>> children = new HashMap<>();
        for (Derivation derivation : graph.derivations()) {
            children.computeIfAbsent(derivation.parent(), parent -> new ArrayList<>())
                    .add(derivation.child());
        }
        Set<ModelId> found = new HashSet<>(Set.of(model));
        List<ModelId> frontier = List.of(model);
        while (!frontier.isEmpty()) {
            List<ModelId> next = new ArrayList<>();
            for (ModelId parent : frontier) {
                for (ModelId child : children.getOrDefault(parent, List.of())) {
                    if (found.add(child)) {
                        next.add(child);
                    }
                }
            }
            frontier = next;
        }
        return found;
    }
}
