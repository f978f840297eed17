package org.eyrie.engine.ask;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eyrie.engine.fit.MergeMethods;
import org.eyrie.engine.fit.Numbering;
import org.eyrie.engine.fit.Sources;
import org.eyrie.model.Evaluation;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Stores;

/** Reads families out of the store and solves them with the latest fit: what every answer begins with. */
final class FamilySolver {

    /**
     * How many relatives, the nearest, decide a prediction. On 150 models of families of 700 on average, their own scores
     * left out, 200 give an error of .0441 where all give .0438; docs/method.md has the other numbers.
     */
    static final int NEAREST = 200;

    /** How many models are ranked at once, where a few tenths of a second more do not matter. */
    static final int FAMILY = 2_000;

    private final Stores stores;
    private final Fits fits;
    private final KeptFamilies kept;

    FamilySolver(Stores stores) {
        this.stores = stores;
        this.fits = new Fits(stores);
        this.kept = new KeptFamilies(stores.fits()::state, System::nanoTime);
    }

    CurrentFit fit() {
        return fits.latest();
    }

    /**
     * A model and its relatives, nearest first.
     *
     * @param reach how many models at most
     *
     * @throws org.eyrie.model.UnknownModelException if there is no such model
     */
    SolvedFamily around(ModelId model, int reach) {
        Supplier<SolvedFamily> solving =
                () -> solve(stores.lineage().neighbourhood(model, LineageStore.MAX_HOPS, reach));
        return reach == NEAREST ? kept.of(model, solving) : solving.get();
    }

    /** Every family there is. */
    SolvedFamily everything() {
        CurrentFit fit = fits.latest();
        Sources sources = fit.dictionary().sources().isEmpty()
                ? Sources.NONE
                : Sources.of(stores.scores().measurements(), stores.scores().overtaken());
        return solve(
                fit, List.of(), stores.lineage().everything(), stores.scores().all(), sources);
    }

    /** Families that were read, and changed perhaps, by the caller. */
    SolvedFamily solve(Neighbourhood families) {
        return solve(List.of(), families);
    }

    /** The same with models that do not exist yet; they are the first among the models then. */
    SolvedFamily solve(List<PlannedChild> planned, Neighbourhood families) {
        CurrentFit fit = fits.latest();
        List<ModelId> ids = families.models().stream().map(Model::id).toList();
        Sources sources = fit.dictionary().sources().isEmpty()
                ? Sources.NONE
                : Sources.of(stores.scores().measurements(ids), stores.scores().overtaken(ids));
        return solve(fit, planned, families, stores.scores().of(ids), sources);
    }

    private SolvedFamily solve(
            CurrentFit fit,
            List<PlannedChild> planned,
            Neighbourhood families,
            List<Evaluation> measured,
            Sources sources) {
        PartialRuns partial = PartialRuns.of(fit.items(), measured, stores.scores());
        Neighbourhood graph = planned.isEmpty() ? families : FamilyReading.with(planned, families);
        Map<ModelId, String> methods = methods(fit, planned, families);
        Numbering numbering = new Numbering(fit.dictionary(), graph, partial.wholeScores(), methods, sources);
        return new SolvedFamily(fit, graph, planned.size(), measured, partial, numbering);
    }

    /** Asked for where the fit has learned of methods only. */
    private Map<ModelId, String> methods(CurrentFit fit, List<PlannedChild> planned, Neighbourhood families) {
        if (fit.dictionary().methods().isEmpty()) {
            return Map.of();
        }
        Map<ModelId, String> methods = new HashMap<>(MergeMethods.of(families, stores.recipes()));
        for (PlannedChild child : planned) {
            String method = child.method();
            if (method != null) {
                methods.put(child.model().id(), method);
            }
        }
        return methods;
    }
}
