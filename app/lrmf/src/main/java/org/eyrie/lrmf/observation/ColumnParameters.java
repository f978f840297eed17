package org.eyrie.lrmf.observation;

import java.io.Serializable;

/**
 * What a fit knows of the columns: logit of model u on column i = intercept_i + loading_i · m_u + noise. A column's own
 * number is known: its loading is one there and nowhere else. Of any other column loading and intercept are normal, the
 * wider the fewer scores there are.
 *
 * @param count number of columns m
 * @param d numbers per model
 * @param own per column whether it has a number of its own, so that neither loading nor intercept is learned
 * @param leads per column whether models' numbers are learned from it too; a column of too few scores for that follows:
 *     it is learned from the models, and tells of them only once all is learned
 * @param loading m x d, row by row: means
 * @param intercept per column: its mean
 * @param spread covariance of [loading; intercept] per column, (d + 1) x (d + 1); empty where all columns are own
 * @param noise variance of a measured logit around the model's true one, per column, at the column's usual trials
 * @param share per column, which share of a cell's weight tells of its model: the rest was spent on learning the column
 * @param trials a column's usual number of trials, the median
 * @param variance variance of a column's measured logits
 * @param cells number of measured cells per column
 * @param twin per column the one that measures the same, of the first source: a twin has its loadings, and its intercept
 *     and a shift; -1 where it is that itself, empty where there is one source only
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record ColumnParameters(
        int count,
        int d,
        boolean[] own,
        boolean[] leads,
        double[] loading,
        double[] intercept,
        double[] spread,
        double[] noise,
        double[] share,
        double[] trials,
        double[] variance,
        int[] cells,
        int[] twin)
        implements Serializable {

    /** More trials than usual raise a score's weight up to this: the noise of scores is more than binomial. */
    private static final double MOST_WEIGHT = 4;

    private static final double LEAST_WEIGHT = 1e-3;

    /** Noise before anything is learned, as a share of a column's variance. */
    private static final double NOISE_SHARE = 0.05;

    /** Whether any column has a number of its own. */
    public boolean hasOwn() {
        for (boolean each : own) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    /** Whether a column has another source's scores of what a first one measures. */
    public boolean isTwin(int column) {
        return twin.length > 0 && twin[column] >= 0;
    }

    /** The column that has the same benchmark's scores of the first source: usually the column itself. */
    public int first(int column) {
        return isTwin(column) ? twin[column] : column;
    }

    /** Whether every column simply is a number of a model. */
    public boolean identity() {
        return spread.length == 0;
    }

    /** Noise of a column before anything is learned, and what a few further models will go on saying of it. */
    public double startingNoise(int column) {
        return NOISE_SHARE * variance[column];
    }

    /** The same columns with other means of loadings, m x d, and intercepts. */
    public ColumnParameters withMeans(double[] otherLoading, double[] otherIntercept) {
        return new ColumnParameters(
                count,
                d,
                own,
                leads,
                otherLoading,
                otherIntercept,
                spread,
                noise,
                share,
                trials,
                variance,
                cells,
                twin);
    }

    /** The same columns with other covariances of [loading; intercept] and shares. */
    public ColumnParameters withSpread(double[] otherSpread, double[] otherShare) {
        return new ColumnParameters(
                count,
                d,
                own,
                leads,
                loading,
                intercept,
                otherSpread,
                noise,
                otherShare,
                trials,
                variance,
                cells,
                twin);
    }

    /** The same columns with other noise. */
    public ColumnParameters withNoise(double[] other) {
        return new ColumnParameters(
                count, d, own, leads, loading, intercept, spread, other, share, trials, variance, cells, twin);
    }

    /** Noise variance of a cell measured in that many trials. */
    public double noise(int column, double cellTrials) {
        return noise[column] / weight(column, cellTrials);
    }

    /** Noise variance with which a cell of that many trials tells of its model's numbers. */
    public double evidenceNoise(int column, double cellTrials) {
        return noise(column, cellTrials) / share[column];
    }

    /** Weight of a cell of that many trials against one of the column's usual number. */
    public double weight(int column, double cellTrials) {
        return Math.min(Math.max(cellTrials / trials[column], LEAST_WEIGHT), MOST_WEIGHT);
    }

    /** A column's expected logit without noise for a model's numbers, which start at {@code offset}. */
    public double predict(int column, double[] factors, int offset) {
        return intercept[column] + along(column, factors, offset);
    }

    /** loading · numbers, which start at {@code offset}. */
    public double along(int column, double[] numbers, int offset) {
        double sum = 0;
        for (int i = 0; i < d; i++) {
            sum += loading[column * d + i] * numbers[offset + i];
        }
        return sum;
    }

    /** loadingᵢ · block · loadingⱼ with the d x d block at {@code offset}, loadings at their means. */
    public double between(int i, int j, double[] block, int offset) {
        double sum = 0;
        for (int r = 0; r < d; r++) {
            double left = loading[i * d + r];
            if (left == 0) {
                continue;
            }
            for (int c = 0; c < d; c++) {
                sum += left * block[offset + r * d + c] * loading[j * d + c];
            }
        }
        return sum;
    }

    /** Covariance of [loading; intercept] of a column at (r, c); the last row and column are the intercept's. */
    public double spread(int column, int r, int c) {
        return identity() ? 0 : spread[(column * (d + 1) + r) * (d + 1) + c];
    }

    /** Everything of one column. */
    public ColumnBelief belief(int column) {
        int n = d + 1;
        double[] mean = new double[n];
        System.arraycopy(loading, column * d, mean, 0, d);
        mean[d] = intercept[column];
        double[] covariance = new double[n * n];
        if (!identity()) {
            System.arraycopy(spread, column * n * n, covariance, 0, n * n);
        }
        // A twin is known from its first column; what one of its cells told of the shift is not taken back.
        return new ColumnBelief(mean, covariance, noise[column], own[column] || isTwin(column), cells[column]);
    }
}
