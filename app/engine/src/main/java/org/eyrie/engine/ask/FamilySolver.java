package org.eyrie.engine.ask;

import java.util.List;
import org.eyrie.engine.fit.Numbering;
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

    FamilySolver(Stores stores) {
        this.stores = stores;
        this.fits = new Fits(stores);
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
        return solve(stores.lineage().neighbourhood(model, LineageStore.MAX_HOPS, reach));
    }

    /** Every family there is. */
    SolvedFamily everything() {
        return solve(
                fits.latest(), stores.lineage().everything(), stores.scores().all(), 0);
    }

    /** Families that were read, and changed perhaps, by the caller. */
    SolvedFamily solve(Neighbourhood graph) {
        return solve(graph, 0);
    }

    /**
     * The same with models that do not exist yet.
     *
     * @param planned how many of the models, the first
     */
    SolvedFamily solve(Neighbourhood graph, int planned) {
        CurrentFit fit = fits.latest();
        List<ModelId> ids = graph.models().stream().skip(planned).map(Model::id).toList();
        return solve(fit, graph, stores.scores().of(ids), planned);
    }

    private SolvedFamily solve(CurrentFit fit, Neighbourhood graph, List<Evaluation> measured, int planned) {
        PartialRuns partial = PartialRuns.of(fit.items(), measured, stores.scores());
        Numbering numbering = new Numbering(fit.dictionary(), graph, partial.wholeScores());
        return new SolvedFamily(fit, graph, planned, measured, partial, numbering);
    }
}
