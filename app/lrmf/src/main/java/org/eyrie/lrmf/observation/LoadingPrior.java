package org.eyrie.lrmf.observation;

import java.io.Serializable;

/**
 * What columns that have no number of their own are like before their own scores: loadings and intercept, n = d + 1
 * numbers, are normal around a common mean. Columns that are kin, such as setups of one task, are so around a centre of
 * their kin, which itself is around the common mean; how alike kin are is learned. A number that no column needs is
 * believed ever closer to zero, so that factors have to earn their place (automatic relevance determination; MacKay
 * 1992).
 *
 * @param start the mean before any column is known, n numbers
 * @param startVariance the variance before any column is known, n numbers
 * @param mean n numbers
 * @param variance around the mean, n numbers: of centres of kin, and a part of that of a column without kin
 * @param within variance around a column's centre, n numbers
 * @param kin per column the number of its kin, -1 where it has none
 * @param centre mean of every kin's centre, kins x n
 * @param centreVariance variance of every kin's centre, kins x n
 * @param noise what the columns' noise is around
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record LoadingPrior(
        double[] start,
        double[] startVariance,
        double[] mean,
        double[] variance,
        double[] within,
        int[] kin,
        double[] centre,
        double[] centreVariance,
        double noise)
        implements Serializable {

    /** Where every column has a number of its own. */
    public static final LoadingPrior NONE = new LoadingPrior(
            new double[0],
            new double[0],
            new double[0],
            new double[0],
            new double[0],
            new int[0],
            new double[0],
            new double[0],
            1);

    /** Numbers per column n. */
    public int numbers() {
        return mean.length;
    }

    /** Number of kins. */
    public int kins() {
        return numbers() == 0 ? 0 : centre.length / numbers();
    }

    /** What number k of a column is around. */
    public double around(int column, int k) {
        return kin[column] < 0 ? mean[k] : centre[kin[column] * numbers() + k];
    }

    /** Variance of number k of a column around that. */
    public double variance(int column, int k) {
        return kin[column] < 0 ? variance[k] + within[k] : within[k];
    }

    /** Whether a column has kin. */
    public boolean isKin(int column) {
        return numbers() > 0 && kin[column] >= 0;
    }

    /** How uncertain that is which number k of a column is around, apart from the prior's own variance. */
    public double open(int column, int k) {
        return kin[column] < 0 ? 0 : centreVariance[kin[column] * numbers() + k];
    }
}
