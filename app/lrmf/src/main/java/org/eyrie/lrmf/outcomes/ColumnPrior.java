package org.eyrie.lrmf.outcomes;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * What is expected of a column before its cells are seen: the extended factor is normal around the mean of its group,
 * such as the items of one benchmark, and around the mean of its neighbours so far as neighbours prove to be alike (a
 * conditional autoregression, whose precision is D − ρ A: the Laplacian of the neighbourhood, damped). Means,
 * covariances and ρ are learned.
 */
final class ColumnPrior {

    /** Neighbours are never believed to be the same item. */
    private static final double MOST = 0.95;

    private final ColumnTies ties;
    private final int size;
    private final double[][] mean;
    private final DMatrixRMaj[] precision;
    private final double[] expected;
    private double likeness;

    /**
     * @param stride shape of the factors
     * @param ridge precision of the loadings, until more is learned
     * @param interceptRidge precision of the intercept, until more is learned
     */
    ColumnPrior(ColumnTies ties, PaddedRank stride, double ridge, double interceptRidge) {
        this.ties = ties;
        this.size = stride.extended();
        this.mean = new double[ties.groups()][size];
        this.precision = new DMatrixRMaj[ties.groups()];
        this.expected = new double[ties.columns() * size];
        for (int g = 0; g < precision.length; g++) {
            precision[g] = CommonOps_DDRM.identity(size);
            CommonOps_DDRM.scale(ridge, precision[g]);
            precision[g].set(size - 1, size - 1, interceptRidge);
        }
    }

    /** Works out what is expected of every column while its neighbours are as they are now. */
    void look(Factors columns) {
        for (int i = 0; i < ties.columns(); i++) {
            double[] centre = mean[ties.group()[i]];
            System.arraycopy(centre, 0, expected, i * size, size);
            if (likeness > 0 && ties.neighbour()[i].length > 0) {
                for (int k = 0; k < size; k++) {
                    expected[i * size + k] += likeness * apart(columns, i, k);
                }
            }
        }
    }

    /** How far the mean of a column's neighbours lies from the group's. */
    private double apart(Factors columns, int column, int k) {
        int[] neighbours = ties.neighbour()[column];
        double sum = 0;
        for (int each : neighbours) {
            sum += columns.get(each, k) - mean[ties.group()[column]][k];
        }
        return sum / neighbours.length;
    }

    /** Number k that is expected of a column. */
    double expected(int column, int k) {
        return expected[column * size + k];
    }

    DMatrixRMaj precision(int column) {
        return precision[ties.group()[column]];
    }

    ColumnTies ties() {
        return ties;
    }

    /** ρ, how far a column follows its neighbours: 0 not at all, 1 wholly. */
    double likeness() {
        return likeness;
    }

    /** Sets a group's mean and covariance; a covariance without inverse leaves the group as it was. */
    void set(int g, double[] newMean, DMatrixRMaj covariance) {
        DMatrixRMaj inverse = new DMatrixRMaj(size, size);
        if (CommonOps_DDRM.invert(covariance, inverse)) {
            mean[g] = newMean;
            precision[g] = inverse;
        }
    }

    /**
     * Learns ρ: columns' distances from their centre regressed on their neighbours' mean distance, in units of the
     * group's precision. The neighbours' own variance counts below the line, so that what is only noise pulls nobody.
     */
    void learnLikeness(Factors columns) {
        if (!ties.hasNeighbours()) {
            return;
        }
        double along = 0;
        double across = 0;
        for (int i = 0; i < ties.columns(); i++) {
            int[] neighbours = ties.neighbour()[i];
            if (neighbours.length == 0) {
                continue;
            }
            DMatrixRMaj scale = precision(i);
            double[] centre = mean[ties.group()[i]];
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    double theirs = apart(columns, i, k);
                    double weight = scale.data[j * size + k];
                    along += weight * (columns.get(i, j) - centre[j]) * theirs;
                    across += weight * apart(columns, i, j) * theirs;
                    for (int each : neighbours) {
                        double square = columns.square(each, j, k);
                        across += weight
                                * (square - (double) columns.get(each, j) * columns.get(each, k))
                                / ((double) neighbours.length * neighbours.length);
                    }
                }
            }
        }
        likeness = across > 0 ? Math.min(Math.max(along / across, 0), MOST) : 0;
    }
}
