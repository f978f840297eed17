package org.eyrie.lrmf.learning;

import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.observation.ScoreScale;

/**
 * How far a sweep moves predictions, root mean square over all models and columns in the unit of scores, and how much it
 * raises the objective per measured cell. Learning has settled when for two sweeps running both are less than a
 * tolerance: a single short step may be one that accelerated learning took in a bad direction, and where little is
 * measured predictions move slowly while much is still learned of strengths.
 */
final class Convergence {

    private final ScoreScale scale;
    private final int models;
    private final int cells;
    private final double tolerance;
    private double objective = Double.NEGATIVE_INFINITY;
    private double[] before = new double[0];
    private int shortSteps;

    Convergence(ScoreScale scale, ObservedCells measured, double tolerance) {
        this.scale = scale;
        this.models = measured.models();
        this.cells = measured.size();
        this.tolerance = tolerance;
    }

    void to(FitState state) {
        ColumnParameters columns = state.columns();
        double[] now = new double[models * columns.count()];
        for (int u = 0; u < models; u++) {
            for (int i = 0; i < columns.count(); i++) {
                double logit = columns.predict(i, state.posterior().mean(), u * columns.d());
                now[u * columns.count() + i] = scale.score(logit);
            }
        }
        if (before.length == now.length) {
            boolean isShort = distance(before, now) < tolerance && state.objective() - objective < tolerance * cells;
            shortSteps = isShort ? shortSteps + 1 : 0;
        }
        before = now;
        objective = state.objective();
    }

    boolean hasSettled() {
        return shortSteps >= 2;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return Math.sqrt(sum / a.length);
    }
}
