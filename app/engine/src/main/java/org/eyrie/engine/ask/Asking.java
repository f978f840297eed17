package org.eyrie.engine.ask;

import java.time.Clock;
import java.util.List;
import org.eyrie.engine.graph.GraphCopies;
import org.eyrie.engine.graph.GraphView;
import org.eyrie.engine.graph.StoredGraph;
import org.eyrie.model.EyrieException;
import org.eyrie.model.Family;
import org.eyrie.model.Stores;

/** Everything that can be asked of a fit. */
public record Asking(
        Predictions predictions,
        WhatIf whatIf,
        Screening screening,
        NextEvaluations nextEvaluations,
        Explanations explanations,
        Leaderboards leaderboards,
        ItemAnswers items,
        SuspiciousLineage suspiciousLineage) {

    /** Asks by the machine's clock. */
    public static Asking of(Stores stores) {
        return of(stores, Clock.systemUTC());
    }

    /**
     * Asks by a clock.
     *
     * @param clock says what day it is, on which planned models would be published
     */
    public static Asking of(Stores stores, Clock clock) {
        GraphView graph = new StoredGraph(stores);
        return of(new FamilySolver(stores, state -> graph), clock);
    }

    /**
     * Asks much and often: has the facts in memory for as long as they do not change, where there is room for them.
     *
     * @param clock says what day it is, on which planned models would be published
     */
    public static Asking often(Stores stores, Clock clock) {
        return of(new FamilySolver(stores, new GraphCopies(stores)::at), clock);
    }

    private static Asking of(FamilySolver solver, Clock clock) {
        return new Asking(
                new Predictions(solver),
                new WhatIf(solver, clock),
                new Screening(solver, clock),
                new NextEvaluations(solver),
                new Explanations(solver, clock),
                new Leaderboards(solver),
                new ItemAnswers(solver),
                new SuspiciousLineage(solver));
    }

    /**
     * Answers a question nobody asked, so that the first real one need not wait for the fit to be unpacked and the code
     * to be compiled; does nothing where there is no fit or no database.
     */
    public void warmUp(Stores stores) {
        try {
            for (Family family : stores.lineage().families(null, 1).rows()) {
                predictions.of(family.founder(), List.of(), false);
            }
        } catch (EyrieException | IllegalStateException nothingToAnswer) {
            // No fit yet, no database, or it was closed meanwhile: whoever asks in earnest will be told.
        }
    }
}
