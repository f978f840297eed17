package org.eyrie.engine.ask;

import java.time.Clock;
import java.util.List;
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
        FamilySolver solver = new FamilySolver(stores);
        return new Asking(
                new Predictions(stores, solver),
                new WhatIf(stores, solver, clock),
                new Screening(stores, solver, clock),
                new NextEvaluations(stores, solver),
                new Explanations(stores, solver, clock),
                new Leaderboards(new AskedBenchmarks(stores.scores()), solver),
                new ItemAnswers(stores, solver),
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
