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
     * How many models of a family are solved at once. Larger families lose their farthest members: an answer takes
     * 0.3 s at most, and what is that far away hardly matters.
     */
    static final int REACH = 2_000;

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
     * The family of a model.
     *
     * @throws org.eyrie.model.UnknownModelException if there is no such model
     */
    Solved around(ModelId model) {
        return solve(stores.lineage().neighbourhood(model, LineageStore.MAX_HOPS, REACH));
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
