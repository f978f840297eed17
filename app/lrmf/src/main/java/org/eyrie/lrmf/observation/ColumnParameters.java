package org.eyrie.lrmf.observation;

/**
 * What a fit knows of the columns: logit of model u on column i = intercept_i + loading_i · m_u + noise.
 *
 * @param count number of columns m
 * @param d numbers per model
 * @param identity whether column i simply is number i of a model: then the loadings are the identity and not learned
 * @param loading m x d, row by row
 * @param intercept per column
 * @param noise variance of a measured logit around the model's true one, per column, at the column's usual trials
 * @param trials a column's usual number of trials, the median
 * @param variance variance of a column's measured logits
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record ColumnParameters(
        int count,
        int d,
        boolean identity,
        double[] loading,
        double[] intercept,
        double[] noise,
        double[] trials,
        double[] variance) {

    /** More trials than usual raise a score's weight up to this: the noise of scores is more than binomial. */
    private static final double MOST_WEIGHT = 4;

    private static final double LEAST_WEIGHT = 1e-3;

    /** Noise before anything is learned, as a share of a column's variance. */
    private static final double NOISE_SHARE = 0.05;

    /** Noise of a column before anything is learned, and what a few further models will go on saying of it. */
    public double startingNoise(int column) {
        return NOISE_SHARE * variance[column];
    }

    /** The same columns with other loadings, m x d, and intercepts. */
    public ColumnParameters withLoadings(double[] otherLoading, double[] otherIntercept) {
        return new ColumnParameters(count, d, identity, otherLoading, otherIntercept, noise, trials, variance);
    }

    /** The same columns with other noise. */
    public ColumnParameters withNoise(double[] other) {
        return new ColumnParameters(count, d, identity, loading, intercept, other, trials, variance);
    }

    /** Noise variance of a cell measured in that many trials. */
    public double noise(int column, double cellTrials) {
        return noise[column] / weight(column, cellTrials);
    }

    /** Weight of a cell of that many trials against one of the column's usual number. */
    public double weight(int column, double cellTrials) {
        return Math.min(Math.max(cellTrials / trials[column], LEAST_WEIGHT), MOST_WEIGHT);
    }

    /** A column's logit without noise for a model's numbers, which start at {@code offset}. */
    public double predict(int column, double[] factors, int offset) {
        double sum = intercept[column];
        for (int i = 0; i < d; i++) {
            sum += loading[column * d + i] * factors[offset + i];
        }
        return sum;
    }

    /** loadingᵢ · block · loadingⱼ with the d x d block at {@code offset}. */
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
}
