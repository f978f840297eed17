package org.eyrie.lrmf.posterior;

import java.util.Arrays;
import java.util.List;
import org.eyrie.lrmf.math.Normal;

/**
 * How far all models of a period lie together from where the past expects them: newer recipes, newer data. Whatever the
 * sign was in periods that are over tells nothing of that of the period to come, so its shift is a random effect around
 * zero, whose variance few periods tell: a t distribution of as many degrees of freedom as there are periods.
 */
final class PeriodShift {

    /** A column's own variance counts as much as that of all columns with so many periods. */
    private static final double SHARED_PERIODS = 4;

    private final int periods;
    private final double[] variance;
    private final double[][] residuals;

    private PeriodShift(int periods, double[] variance, double[][] residuals) {
        this.periods = periods;
        this.variance = variance;
        this.residuals = residuals;
    }

    /**
     * From standardised residuals of periods of the past.
     *
     * @param periods one array per column each
     */
    static PeriodShift of(int columns, List<double[][]> periods) {
        double[] squares = new double[columns];
        int[] seen = new int[columns];
        double[][] residuals = new double[columns][];
        for (int i = 0; i < columns; i++) {
            int column = i;
            residuals[i] = periods.stream()
                    .flatMapToDouble(period -> Arrays.stream(period[column]))
                    .toArray();
            for (double[][] period : periods) {
                double[] own = period[i];
                if (own.length == 0) {
                    continue;
                }
                double mean = Arrays.stream(own).average().orElse(0);
                double noise =
                        Arrays.stream(own).map(r -> (r - mean) * (r - mean)).sum()
                                / Math.max(own.length - 1, 1)
                                / own.length;
                squares[i] += mean * mean - noise;
                seen[i]++;
            }
        }
        double usual = Math.max(
                Arrays.stream(squares).sum() / Math.max(Arrays.stream(seen).sum(), 1), 0);
        double[] variance = new double[columns];
        Arrays.setAll(variance, i -> Math.max((squares[i] + SHARED_PERIODS * usual) / (seen[i] + SHARED_PERIODS), 0));
        return new PeriodShift(periods.size(), variance, residuals);
    }

    /** Residuals of all periods together, column by column; not to be changed. */
    double[][] residuals() {
        return residuals;
    }

    /**
     * A quantile of residuals, moved outwards for the shift of a period to come: those of past periods are in the
     * residuals, but as steps that are known by now.
     *
     * @param unit the quantile of a shift of variance one, {@link #unit}
     */
    double widened(int column, double quantile, double unit) {
        double shift = unit * Math.sqrt(variance[column]);
        return Math.copySign(Math.sqrt(quantile * quantile + shift * shift), quantile);
    }

    /**
     * Quantile of a shift of variance one: Student's t of as many degrees of freedom as periods, from the normal one
     * (Fisher and Cornish 1960); 0 where there are no periods.
     */
    double unit(double probability) {
        if (periods == 0) {
            return 0;
        }
        double z = Normal.quantile(probability);
        double square = z * z;
        double first = z * (square + 1) / 4;
        double second = z * ((5 * square + 16) * square + 3) / 96;
        return z + first / periods + second / (periods * (double) periods);
    }
}
