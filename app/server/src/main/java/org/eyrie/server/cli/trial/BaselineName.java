package org.eyrie.server.cli.trial;

import java.util.List;
import java.util.Locale;
import org.eyrie.boosting.BoostingPredictor;
import org.eyrie.engine.trial.FurtherBaseline;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;

/** Baselines that take part where they are asked for. */
enum BaselineName {
    BOOSTING;

    /**
     * Looks whether it can take part on this machine, before anything is worked out for minutes.
     *
     * @throws InvalidInputException if not
     */
    void check() {
        switch (this) {
            case BOOSTING -> {
                try {
                    BoostingPredictor.check();
                } catch (IllegalStateException missing) {
                    throw new InvalidInputException(
                            "--baseline " + this, List.of(new Fault("LightGBM", String.valueOf(missing.getMessage()))));
                }
            }
        }
    }

    /** @param seed of its randomness */
    FurtherBaseline make(long seed) {
        return switch (this) {
            case BOOSTING -> models -> BoostingPredictor.of(models, seed);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
