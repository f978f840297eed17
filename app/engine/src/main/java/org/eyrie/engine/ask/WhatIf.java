package org.eyrie.engine.ask;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eyrie.engine.fit.Dictionary;
import org.eyrie.model.Architecture;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.model.Traits;

/** Predicts scores of models that do not exist: they are put into the graph for the length of a solution. */
public final class WhatIf {

    private final FamilySolver solver;
    private final Clock clock;

    WhatIf(FamilySolver solver, Clock clock) {
        this.solver = solver;
        this.clock = clock;
    }

    /** As the other one, of a plan that is answered with a warning where nobody could carry it out. */
    public List<Plan> ask(PlannedModel planned, Collection<BenchmarkId> benchmarks) {
        return ask(planned, benchmarks, false);
    }

    /**
     * Predicts.
     *
     * @param benchmarks on what, none for all that the fit knows
     * @param strict whether to refuse what nobody could make, such as a merge of different architectures
     * @throws InvalidInputException if a model of the planned one's name exists; where {@code strict}, with every reason
     *     that it cannot be made
     * @throws org.eyrie.model.UnknownModelException if a parent is unknown
     * @throws org.eyrie.model.UnknownBenchmarkException if there is no such benchmark
     * @throws NoFamilyEvidenceException if nothing known says anything about it
     */
    public List<Plan> ask(PlannedModel planned, Collection<BenchmarkId> benchmarks, boolean strict) {
        Moment now = solver.now();
        List<BenchmarkId> wanted = now.asked().wanted(benchmarks);
        checkNew(planned, now);
        PlannedFamily family = now.planned(planned, LocalDate.now(clock));
        PlannedChild child = family.child();
        if (strict && !child.faults().isEmpty()) {
            throw new InvalidInputException("Planned model", child.faults());
        }
        SolvedFamily solved = family.solved(now);
        Forecasts forecasts = new Forecasts(solved);
        List<Plan> plans = new ArrayList<>();
        for (BenchmarkId benchmark : wanted) {
            Forecast forecast = forecasts.of(child.model(), benchmark, false);
            if (forecast.predicted() != null) {
                plans.add(plan(child, solved, forecast));
            }
        }
        if (plans.isEmpty()) {
            throw new NoFamilyEvidenceException(
                    "Cannot predict the planned model: neither its parents nor any relative of theirs was measured.");
        }
        return plans;
    }

    private static Plan plan(PlannedChild planned, SolvedFamily solved, Forecast forecast) {
        BenchmarkId benchmark = forecast.benchmark();
        int column = solved.column(benchmark);
        int child = solved.numbering().row(planned.model().id()).orElseThrow();
        BestParent best = planned.derivations().stream()
                .map(derivation -> candidate(solved, derivation.parent(), benchmark, column))
                .max(Comparator.comparingDouble(BestParent::score))
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
                planned.traits(),
                warnings(planned, solved, forecast));
    }

    /** Reasons for care with a forecast of a planned model. */
    static List<String> warnings(PlannedChild planned, SolvedFamily solved, Forecast forecast) {
        List<String> warnings = new ArrayList<>(forecast.warnings());
        planned.faults().forEach(fault -> warnings.add("It cannot be made as planned. " + fault.reason()));
        Dictionary known = solved.fit().dictionary();
        Traits traits = planned.model().traits();
        String type = traits.type();
        if (type != null && planned.gives("type") && !known.types().contains(type)) {
            warnings.add("No model of type \"" + type + "\" was known when the fit was made, only "
                    + String.join(", ", known.types()) + ": the type says nothing.");
        }
        String architecture = Architecture.of(traits.architecture());
        if (architecture != null
                && planned.gives("architecture")
                && !known.architectures().contains(architecture)) {
            warnings.add("No model of architecture \"" + architecture
                    + "\" was known when the fit was made: the architecture says nothing.");
        }
        String method = planned.method();
        if (method != null && !known.methods().contains(method)) {
            warnings.add("No merge by " + method + " was known when the fit was made: the method says nothing.");
        }
        if (planned.gives("license") && planned.isNameless()) {
            warnings.add("Without an id the licence says nothing: it is looked at beside the name.");
        }
        LocalDate uploaded = traits.uploaded();
        if (uploaded != null && planned.gives("uploaded")) {
            planned.derivations().stream()
                    .map(derivation -> solved.models()
                            .get(solved.numbering().row(derivation.parent()).orElseThrow()))
                    .filter(parent -> parent.traits().uploaded() != null
                            && uploaded.isBefore(parent.traits().uploaded()))
                    .findFirst()
                    .ifPresent(parent -> warnings.add("It is dated " + uploaded + ", before " + parent.id() + " ("
                            + parent.traits().uploaded() + "), which it is made from."));
        }
        return warnings;
    }

    private static BestParent candidate(SolvedFamily solved, ModelId parent, BenchmarkId benchmark, int column) {
        Double score = solved.score(parent, benchmark);
        int row = solved.numbering().row(parent).orElseThrow();
        return score != null
                ? new BestParent(parent, score, true)
                : new BestParent(parent, solved.estimate(row, column, false).mean(), false);
    }

    private static void checkNew(PlannedModel planned, Moment now) {
        ModelId id = planned.id();
        if (id != null && now.graph().find(id).isPresent()) {
            throw new InvalidInputException(
                    "Planned model",
                    List.of(new Fault(
                            "id",
                            "\"" + id + "\" is known already: ask for its predictions, or call the plan otherwise.")));
        }
    }

    private record BestParent(ModelId model, double score, boolean measured) {}
}
