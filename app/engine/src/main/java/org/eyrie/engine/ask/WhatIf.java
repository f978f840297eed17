package org.eyrie.engine.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eyrie.engine.fit.ParentShares;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.model.Stores;
import org.eyrie.model.Traits;

/** Predicts scores of models that do not exist: they are put into the graph for the length of a solution. */
public final class WhatIf {

    /** Not an id that a registry gives: it has no author, and its name no words that would mean anything. */
    private static final ModelId CHILD = new ModelId("(planned)");

    private final Stores stores;
    private final FamilySolver solver;
    private final AskedBenchmarks asked;

    WhatIf(Stores stores, FamilySolver solver) {
        this.stores = stores;
        this.solver = solver;
        this.asked = new AskedBenchmarks(stores.scores());
    }

    /**
     * Predicts.
     *
     * @param benchmarks on what, none for all that the fit knows
     * @throws org.eyrie.model.UnknownModelException if a parent is unknown
     * @throws org.eyrie.model.UnknownBenchmarkException if there is no such benchmark
     * @throws NoFamilyEvidenceException if nothing known says anything about it
     */
    public List<Plan> ask(PlannedModel planned, Collection<BenchmarkId> benchmarks) {
        List<BenchmarkId> wanted = asked.wanted(benchmarks);
        SolvedFamily solved = solver.solve(withChild(planned));
        Forecasts forecasts = new Forecasts(solved);
        Model child = solved.models().get(0);
        List<Plan> plans = new ArrayList<>();
        for (BenchmarkId benchmark : wanted) {
            Forecast forecast = forecasts.of(child, benchmark, false);
            if (forecast.predicted() != null) {
                plans.add(plan(planned, solved, forecast));
            }
        }
        if (plans.isEmpty()) {
            throw new NoFamilyEvidenceException(
                    "Cannot predict the planned model: neither its parents nor any relative of theirs was measured.");
        }
        return plans;
    }

    private static Plan plan(PlannedModel planned, SolvedFamily solved, Forecast forecast) {
        BenchmarkId benchmark = forecast.benchmark();
        int column = solved.numbering().column(benchmark).orElseThrow();
        int child = solved.numbering().row(CHILD).orElseThrow();
        Candidate best = planned.parents().stream()
                .map(parent -> candidate(solved, parent.id(), benchmark, column))
                .max(Comparator.comparingDouble(Candidate::score))
                .orElseThrow();
        return new Plan(
                benchmark,
                Objects.requireNonNull(forecast.predicted()),
                best.model(),
                best.score(),
                best.measured(),
                solved.posterior().chanceToBeatParents(child, column),
                forecast.evidence().relativesMeasured(),
                forecast.fit(),
                forecast.warnings());
    }

    private static Candidate candidate(SolvedFamily solved, ModelId parent, BenchmarkId benchmark, int column) {
        Double score = solved.score(parent, benchmark);
        int row = solved.numbering().row(parent).orElseThrow();
        return score != null
                ? new Candidate(parent, score, true)
                : new Candidate(parent, solved.estimate(row, column, false).mean(), false);
    }

    private Neighbourhood withChild(PlannedModel planned) {
        Map<ModelId, Model> models = new LinkedHashMap<>();
        Set<Derivation> derivations = new LinkedHashSet<>();
        boolean truncated = false;
        for (PlannedModel.Parent parent : planned.parents()) {
            if (models.containsKey(parent.id()) && !truncated) {
                continue; // its family is there already, whole
            }
            Neighbourhood family =
                    stores.lineage().neighbourhood(parent.id(), LineageStore.MAX_HOPS, FamilySolver.NEAREST);
            family.models().forEach(model -> models.putIfAbsent(model.id(), model));
            derivations.addAll(family.derivations());
            truncated |= family.truncated();
        }
        List<Model> all = new ArrayList<>();
        List<Derivation> parents = planned.parents().stream()
                .map(parent -> parent.of(CHILD, planned.relation()))
                .toList();
        all.add(new Model(CHILD, inherited(parents, models)));
        all.addAll(models.values());
        derivations.addAll(parents);
        return new Neighbourhood(all, List.copyOf(derivations), truncated);
    }

    // Architecture and size cannot change on the way down from the parent that weighs most; anything else can.
    private static Traits inherited(List<Derivation> parents, Map<ModelId, Model> models) {
        double[] shares = ParentShares.of(parents);
        int main = 0;
        for (int k = 1; k < shares.length; k++) {
            main = shares[k] > shares[main] ? k : main; // the first where none is known
        }
        Model model = models.get(parents.get(main).parent());
        Traits traits = model == null ? Traits.UNKNOWN : model.traits();
        return new Traits(
                traits.architecture(), traits.parametersBillions(), null, null, null, traits.moe(), null, null);
    }

    private record Candidate(ModelId model, double score, boolean measured) {}
}
