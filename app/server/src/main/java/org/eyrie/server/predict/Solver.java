package org.eyrie.server.predict;

import java.util.List;
import org.eyrie.model.Evaluation;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.server.fit.Numbering;
import org.eyrie.server.stores.Stores;

/** Reads families out of the store and solves them with the latest fit. */
final class Solver {

    /**
     * How many relatives, the nearest, decide a prediction. Measured on 60 models of a leaderboard whose families have
     * 700 members on average: 200 of them move a prediction by 0.0009 (root mean square; 0.006 at most) and take a
     * tenth of the time; 100 move it by 0.0016, 50 by 0.0035.
     */
    static final int NEAREST = 200;

    /** How many models are ranked at once, where a few tenths of a second more do not matter. */
    static final int FAMILY = 2_000;

    private final Stores stores;
    private final Fits fits;

    Solver(Stores stores) {
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
    Solved around(ModelId model, int reach) {
        return solve(stores.lineage().neighbourhood(model, LineageStore.MAX_HOPS, reach));
    }

    /** Every family there is. */
    Solved everything() {
        return solve(
                fits.latest(), stores.lineage().everything(), stores.scores().all());
    }

    /** Families that were read, and changed perhaps, by the caller. */
    Solved solve(Neighbourhood graph) {
        CurrentFit fit = fits.latest();
        List<ModelId> ids = graph.models().stream().map(Model::id).toList();
        return solve(fit, graph, stores.scores().of(ids));
    }

    private Solved solve(CurrentFit fit, Neighbourhood graph, List<Evaluation> evaluations) {
        Numbering numbering = new Numbering(fit.dictionary(), graph, evaluations);
        return new Solved(fit, graph, evaluations, numbering, fit.shared().solve(numbering.problem()));
    }
}
