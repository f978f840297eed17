package org.eyrie.engine.ask;

import org.eyrie.lrmf.posterior.CellPrediction;

/**
 * A predicted score.
 *
 * @param mean 0 to 1
 * @param lower 0 to {@code mean}
 * @param upper {@code mean} to 1
 * @param level share of truths that such intervals contain
 */
public record Estimate(double mean, double lower, double upper, double level) {

    static Estimate of(CellPrediction cell) {
        return new Estimate(cell.mean(), cell.lower(), cell.upper(), cell.level());
    }
}
