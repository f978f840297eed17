package org.eyrie.server.rest;

import java.time.Instant;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;

/** A fit without what it learned. */
record FitView(
        FitId id,
        Instant createdAt,
        String settings,
        long seed,
        String dataFingerprint,
        long dataVersion,
        double logLikelihood,
        String stopReason) {

    static FitView of(Fit fit) {
        return new FitView(
                fit.id(),
                fit.createdAt(),
                fit.settings(),
                fit.seed(),
                fit.dataFingerprint(),
                fit.dataVersion(),
                fit.logLikelihood(),
                fit.stopReason());
    }
}
