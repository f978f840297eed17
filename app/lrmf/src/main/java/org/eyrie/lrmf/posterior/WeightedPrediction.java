package org.eyrie.lrmf.posterior;

import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.OwnCells;

/**
 * Predicts a weighted mean of columns. Half an interval is √(Σᵢⱼ wᵢ wⱼ ρᵢⱼ hᵢ hⱼ), h being half the columns' own, calibrated
 * ones, and ρ the correlation of two measured logits: both ends are as if the columns' quantiles were deviations.
 */
final class WeightedPrediction {

    private WeightedPrediction() {}

    static MeanPrediction of(FamilyPosterior family, int model, WantedColumns wanted, double level) {
        int count = wanted.column().length;
        double mean = 0;
        double[] below = new double[count];
        double[] above = new double[count];
        for (int k = 0; k < count; k++) {
            CellPrediction cell = family.predict(model, wanted.column()[k], LeaveOut.NOTHING, level);
            double weight = wanted.weight()[k];
            mean += weight * cell.mean();
            below[k] = weight * (cell.mean() - cell.lower());
            above[k] = weight * (cell.upper() - cell.mean());
        }
        double[] correlation = correlations(family, model, wanted.column());
        return new MeanPrediction(
                mean,
                Math.max(0, mean - deviation(below, correlation)),
                Math.min(1, mean + deviation(above, correlation)),
                level);
    }

    private static double deviation(double[] half, double[] correlation) {
        int n = half.length;
        if (n == 1) {
            return half[0];
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum += correlation[i * n + j] * half[i] * half[j];
            }
        }
        return Math.sqrt(Math.max(sum, 0));
    }

    private static double[] correlations(FamilyPosterior family, int model, int[] column) {
        int n = column.length;
        double[] correlation = new double[n * n];
        ColumnParameters columns = family.shared.columns;
        double[] deviation = new double[n];
        OwnCells own = family.own(model, new int[0]);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double noise = i == j ? columns.noise()[column[i]] : 0;
                correlation[i * n + j] = columns.between(column[i], column[j], own.covariance(), 0) + noise;
            }
            deviation[i] = Math.sqrt(Math.max(correlation[i * n + i], Double.MIN_NORMAL));
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double scaled = correlation[i * n + j] / (deviation[i] * deviation[j]);
                correlation[i * n + j] = Math.max(-1, Math.min(1, scaled));
            }
        }
        return correlation;
    }
}
