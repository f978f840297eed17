package org.eyrie.lrmf.binomial;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * What is expected of a column before its cells are seen: the extended factor is normal around the mean of its group,
 * such as the items of one benchmark. This is the item Laplacian of a star: every item is joined to a virtual centre.
 * Means and covariances are learned.
 */
final class ColumnPrior {

    private final int[] group;
    private final int size;
    private final double[][] mean;
    private final DMatrixRMaj[] precision;

    /**
     * @param group of every column, from 0
     * @param stride shape of the factors
     * @param ridge precision of the loadings, until more is learned
     * @param interceptRidge precision of the intercept, until more is learned
     */
    ColumnPrior(int[] group, int groups, Stride stride, double ridge, double interceptRidge) {
        this.group = group;
        this.size = stride.extended();
        this.mean = new double[groups][size];
        this.precision = new DMatrixRMaj[groups];
        for (int g = 0; g < groups; g++) {
            precision[g] = CommonOps_DDRM.identity(size);
            CommonOps_DDRM.scale(ridge, precision[g]);
            precision[g].set(size - 1, size - 1, interceptRidge);
        }
    }

    double[] mean(int column) {
        return mean[group[column]];
    }

    DMatrixRMaj precision(int column) {
        return precision[group[column]];
    }

    int groups() {
        return mean.length;
    }

    int group(int column) {
        return group[column];
    }

    /** Sets a group's mean and covariance; a covariance without inverse leaves the group as it was. */
    void set(int g, double[] newMean, DMatrixRMaj covariance) {
        DMatrixRMaj inverse = new DMatrixRMaj(size, size);
        if (CommonOps_DDRM.invert(covariance, inverse)) {
            mean[g] = newMean;
            precision[g] = inverse;
        }
    }
}
