package org.eyrie.lrmf.trial.paper;

import java.util.List;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.math.Logistic;

/**
 * Factors of models and columns.
 *
 * @param rank d
 * @param models n x d, row by row
 * @param columns m x d, row by row
 * @param intercept per column
 * @param trace objective before the first and after every sweep, never rising
 * @param stopReason why the fit ended
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record Factorization(
        int rank, double[] models, double[] columns, double[] intercept, List<Double> trace, StopReason stopReason) {

    /** Logit of a cell. */
    public double logit(int model, int column) {
        double sum = intercept[column];
        for (int i = 0; i < rank; i++) {
            sum += models[model * rank + i] * columns[column * rank + i];
        }
        return sum;
    }

    /** Predicted score of a cell, 0 to 1. */
    public double score(int model, int column) {
        return Logistic.of(logit(model, column));
    }
}
