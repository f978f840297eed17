package org.eyrie.engine.ask;

import org.eyrie.engine.graph.GraphView;
import org.eyrie.model.GraphState;
import org.eyrie.model.Stores;

/** Solves families with the latest fit, as fit and facts are when somebody asks: what every answer begins with. */
final class FamilySolver {

    /**
     * How many relatives, the nearest, decide a prediction. On 150 models of families of 700 on average, their own scores
     * left out, 200 give an error of .0441 where all give .0438; docs/method.md has the other numbers.
     */
    static final int NEAREST = 200;

    /** How many models are ranked at once, where a few tenths of a second more do not matter. */
    static final int FAMILY = 2_000;

    /** More than the nearest relatives of several parents are. */
    static final int MANY = 1_000;

    private final Stores stores;
    private final Graphs graphs;
    private final Fits fits;
    private final KeptFamilies kept = new KeptFamilies(System::nanoTime);

    FamilySolver(Stores stores, Graphs graphs) {
        this.stores = stores;
        this.graphs = graphs;
        this.fits = new Fits(stores);
    }

    /** What a question that is asked now is answered from. */
    Moment now() {
        GraphState state = stores.fits().state();
        return new Moment(state, graphs.of(state), stores.fits()::state, fits, kept);
    }

    /** Where the facts of a state are to be had. */
    @FunctionalInterface
    interface Graphs {

        /** The facts, of that state as far as they can be told from later ones. */
        GraphView of(GraphState state);
    }
}
