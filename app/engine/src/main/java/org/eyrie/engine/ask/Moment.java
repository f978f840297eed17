package org.eyrie.engine.ask;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eyrie.engine.fit.Numbering;
import org.eyrie.engine.fit.Sources;
import org.eyrie.engine.graph.GraphView;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.GraphState;
import org.eyrie.model.MissingModels;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.task.Progress;

/** What one question is answered from: the state of the graph when it was asked, its facts and its fit. */
final class Moment {

    private final GraphState state;
    private final GraphView graph;
    private final Supplier<GraphState> look;
    private final Fits fits;
    private final KeptFamilies kept;

    /** @param look says what the state is now */
    Moment(GraphState state, GraphView graph, Supplier<GraphState> look, Fits fits, KeptFamilies kept) {
        this.state = state;
        this.graph = graph;
        this.look = look;
        this.fits = fits;
        this.kept = kept;
    }

    GraphView graph() {
        return graph;
    }

    /**
     * The fit.
     *
     * @throws org.eyrie.model.NoFitException if there is none yet
     * @throws org.eyrie.model.InvalidInputException if this version of the program cannot read it
     */
    CurrentFit fit() {
        return fits.of(state);
    }

    /** Which benchmarks are meant. */
    AskedBenchmarks asked() {
        return AskedBenchmarks.among(graph.benchmarks());
    }

    /** What is said of models that nobody knows. */
    MissingModels missing() {
        return new MissingModels(
                () -> graph.everything().models().stream().map(Model::id).toList());
    }

    /** Every benchmark by its id. */
    Map<BenchmarkId, Benchmark> benchmarks() {
        return graph.benchmarks().stream().collect(Collectors.toMap(Benchmark::id, Function.identity()));
    }

    /**
     * A model and its relatives, nearest first.
     *
     * @param reach how many models at most
     * @throws org.eyrie.model.UnknownModelException if there is no such model
     */
    SolvedFamily around(ModelId model, int reach) {
        Supplier<SolvedFamily> solving = () -> solve(List.of(), graph.neighbourhood(model, reach));
        return reach == FamilySolver.NEAREST
                ? kept.of(state, model, solving, () -> look.get().equals(state))
                : solving.get();
    }

    /** Every family there is. */
    SolvedFamily everything() {
        CurrentFit fit = fit();
        Sources sources = fit.dictionary().sources().isEmpty() ? Sources.NONE : graph.sources();
        return solve(fit, List.of(), graph.everything(), graph.scores(), sources);
    }

    /**
     * The families of some models.
     *
     * @throws org.eyrie.model.UnknownModelException if one of them is unknown
     */
    SolvedFamily of(Collection<ModelId> models) {
        return solve(List.of(), FamilyReading.of(models, graph));
    }

    /**
     * A planned model among the families of its parents, not solved yet.
     *
     * @param today when it would be published where the plan does not say
     * @throws org.eyrie.model.UnknownModelException if a parent is unknown
     */
    PlannedFamily planned(PlannedModel planned, LocalDate today) {
        return PlannedFamily.of(planned, graph, today);
    }

    /** Families that were read, and models that do not exist yet: those are the first among the models then. */
    SolvedFamily solve(List<PlannedChild> planned, Neighbourhood families) {
        CurrentFit fit = fit();
        List<ModelId> ids = families.models().stream().map(Model::id).toList();
        Sources sources = fit.dictionary().sources().isEmpty() ? Sources.NONE : graph.sources(ids);
        return solve(fit, planned, families, graph.scores(ids), sources);
    }

    private SolvedFamily solve(
            CurrentFit fit,
            List<PlannedChild> planned,
            Neighbourhood families,
            List<Evaluation> measured,
            Sources sources) {
        PartialRuns partial = PartialRuns.of(fit.items(), measured, graph);
        Neighbourhood all = planned.isEmpty() ? families : FamilyReading.with(planned, families);
        Map<ModelId, String> methods = methods(fit, planned, families);
        Numbering numbering = new Numbering(fit.dictionary(), all, partial.wholeScores(), methods, sources);
        SolvedFamily solved = new SolvedFamily(fit, all, planned.size(), measured, partial, numbering);
        if (solved.models().size() > FamilySolver.MANY) {
            solved.posterior().prepareAll(Progress.NONE); // who asks for so many asks about most of them
        }
        return solved;
    }

    /** Asked for where the fit has learned of methods only. */
    private Map<ModelId, String> methods(CurrentFit fit, List<PlannedChild> planned, Neighbourhood families) {
        if (fit.dictionary().methods().isEmpty()) {
            return Map.of();
        }
        Map<ModelId, String> methods = new HashMap<>(graph.methods(families));
        for (PlannedChild child : planned) {
            String method = child.method();
            if (method != null) {
                methods.put(child.model().id(), method);
            }
        }
        return methods;
    }
}
