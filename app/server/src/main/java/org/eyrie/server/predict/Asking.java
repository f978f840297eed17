package org.eyrie.server.predict;

import org.eyrie.server.stores.Stores;

/** Everything that can be asked of a fit. */
public record Asking(Predictions predictions, WhatIf whatIf, Explanations explanations, Leaderboards leaderboards) {

    public static Asking of(Stores stores) {
        Solver solver = new Solver(stores);
        return new Asking(
                new Predictions(stores, solver),
                new WhatIf(stores, solver),
                new Explanations(stores, solver),
                new Leaderboards(new Columns(stores.scores()), solver));
    }
}
