package org.eyrie.server.cli.trial;

import java.util.Locale;
import org.eyrie.engine.trial.FurtherBaseline;

/** Baselines that take part where they are asked for. */
enum BaselineName {
    BOOSTING;

    /** @param seed of its randomness */
    FurtherBaseline make(long seed) {
        return switch (this) {
            case BOOSTING -> models -> org.eyrie.boosting.BoostingPredictor.of(models, seed);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
