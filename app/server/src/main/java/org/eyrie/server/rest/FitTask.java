package org.eyrie.server.rest;

import java.util.Optional;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.fit.Fitting;
import org.eyrie.model.Fit;
import org.eyrie.server.job.JobKind;
import org.eyrie.task.Progress;

/**
 * A fit as a job. Of equal seeds and data come equal fits, and one that broke off has left nothing: so it may be begun anew.
 *
 * @param seed equal seeds and data give equal fits
 * @param force whether to fit even where that would make an equal fit
 */
record FitTask(long seed, boolean force) {

    static final String KIND = "fit";

    private static final String FORCED = "!";

    /** What the kind does. */
    static JobKind kind(Fitting fitting) {
        return (task, progress) -> of(task).run(fitting, progress);
    }

    static FitTask of(String text) {
        boolean force = text.endsWith(FORCED);
        return new FitTask(Long.parseLong(force ? text.substring(0, text.length() - 1) : text), force);
    }

    /** As {@link #of} reads it. */
    String text() {
        return seed + (force ? FORCED : "");
    }

    FitSettings settings() {
        return new FitSettings(seed);
    }

    private String run(Fitting fitting, Progress progress) {
        Optional<Fit> current = force ? Optional.empty() : fitting.current(settings());
        return current.orElseGet(() -> fitting.fit(settings(), progress)).id().value();
    }
}
