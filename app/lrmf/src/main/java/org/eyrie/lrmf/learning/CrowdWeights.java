package org.eyrie.lrmf.learning;

import java.util.Arrays;
import java.util.Optional;
import org.eyrie.lrmf.crowd.Crowd;
import org.eyrie.lrmf.crowd.CrowdLearning;
import org.eyrie.lrmf.crowd.CrowdShift;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.observation.OwnCells;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.statistics.OneField;
import org.eyrie.task.Progress;

/**
 * Learns how far to go from what lineage expects towards what the crowd does: per column the regression of measured logits,
 * less those that lineage expects without the model's own scores, on the crowd's less the same. Where so many cells could
 * have said as much by chance, a part of it or nothing.
 */
final class CrowdWeights {

    /** How many standard errors, squared, a weight must be away from nothing to count at all. */
    private static final double CERTAIN = 9;

    private CrowdWeights() {}

    static CrowdShift learn(
            ObservedCells cells, OneField.Whole state, Problem problem, LrmfSettings settings, Progress progress) {
        ColumnParameters columns = state.parameters().columns();
        boolean any = false;
        for (boolean own : columns.own()) {
            any |= own;
        }
        if (!any) {
            return CrowdShift.NONE;
        }
        Crowd crowd = CrowdLearning.learn(problem, new ScoreScale(settings.margin()), settings.seed(), progress);
        if (crowd.isEmpty()) {
            return CrowdShift.NONE;
        }
        state.field().prepareCovariance(progress);
        int d = columns.d();
        double[] product = new double[columns.count()];
        double[] square = new double[columns.count()];
        double[] left = new double[columns.count()];
        int[] count = new int[columns.count()];
        for (int u = 0; u < cells.models(); u++) {
            Optional<OwnCells> cold = cold(cells, state, u, d);
            if (cells.count(u) == 0 || cold.isEmpty()) {
                continue;
            }
            double[] expected = crowd.of(problem, u);
            for (int cell = cells.start[u]; cell < cells.start[u + 1]; cell++) {
                int i = cells.column[cell];
                if (columns.own()[i] && !Double.isNaN(expected[i])) {
                    double lineage = columns.predict(i, cold.get().mean(), 0);
                    double step = expected[i] - lineage;
                    double missed = cells.logit[cell] - lineage;
                    product[i] += step * missed;
                    square[i] += step * step;
                    left[i] += missed * missed;
                    count[i]++;
                }
            }
        }
        double[] weight = new double[columns.count()];
        Arrays.setAll(weight, i -> weight(product[i], square[i], left[i], count[i]));
        return new CrowdShift(crowd, weight);
    }

    private static Optional<OwnCells> cold(ObservedCells cells, OneField.Whole state, int model, int d) {
        double[] mean = Arrays.copyOfRange(state.field().mean(), model * d, (model + 1) * d);
        double[] covariance = new double[d * d];
        state.field().covariance().read(model, model, covariance, 0);
        int[] own = new int[cells.count(model)];
        Arrays.setAll(own, k -> cells.start[model] + k);
        return OwnCells.without(own, cells, state.parameters().columns(), mean, covariance);
    }

    private static double weight(double product, double square, double left, int count) {
        if (count < 2 || !(product > 0 && square > 0)) {
            return 0;
        }
        double weight = product / square;
        double error = Math.max(left - weight * product, 0) / square / (count - 1);
        return Math.min(1, weight) * Math.max(0, 1 - CERTAIN * error / (weight * weight));
    }
}
