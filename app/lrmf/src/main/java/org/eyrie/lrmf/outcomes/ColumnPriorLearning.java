package org.eyrie.lrmf.outcomes;

import org.ejml.data.DMatrixRMaj;

/** Learns what is expected of columns from the columns as they are found. */
final class ColumnPriorLearning {

    private final ColumnPrior prior;
    private final int size;

    private ColumnPriorLearning(ColumnPrior prior, int size) {
        this.prior = prior;
        this.size = size;
    }

    /** Learns every group's mean and covariance, and how alike neighbours are, from the columns' posteriors. */
    static void learn(ColumnPrior prior, Factors columns) {
        if (prior.ties().learned()) {
            new ColumnPriorLearning(prior, columns.stride().extended()).learn(columns);
        }
    }

    private void learn(Factors columns) {
        ColumnTies ties = prior.ties();
        int[] count = new int[ties.groups()];
        double[][] sum = new double[ties.groups()][size];
        double[][] square = new double[ties.groups()][size * size];
        for (int i = 0; i < columns.count(); i++) {
            int g = ties.group()[i];
            count[g]++;
            for (int j = 0; j < size; j++) {
                sum[g][j] += columns.get(i, j);
            }
        }
        for (int i = 0; i < columns.count(); i++) {
            int g = ties.group()[i];
            for (int j = 0; j < size; j++) {
                for (int k = 0; k <= j; k++) {
                    square[g][j * size + k] += columns.square(i, j, k)
                            - (double) columns.get(i, j) * columns.get(i, k)
                            + rest(columns, i, j, sum[g], count[g]) * rest(columns, i, k, sum[g], count[g]);
                }
            }
        }
        for (int g = 0; g < ties.groups(); g++) {
            learnGroup(g, count[g], sum[g], square[g]);
        }
        prior.learnLikeness(columns);
    }

    /** What the group's mean and the neighbours leave unexplained of number j. */
    private double rest(Factors columns, int i, int j, double[] sum, int count) {
        return prior.likeness() > 0 ? columns.get(i, j) - prior.expected(i, j) : columns.get(i, j) - sum[j] / count;
    }

    private void learnGroup(int g, int count, double[] sum, double[] square) {
        if (count <= size) {
            return; // too few columns to say how columns spread
        }
        DMatrixRMaj spread = new DMatrixRMaj(size, size);
        double[] mean = new double[size];
        for (int j = 0; j < size; j++) {
            mean[j] = sum[j] / count;
        }
        for (int j = 0; j < size; j++) {
            for (int k = 0; k <= j; k++) {
                double value = square[j * size + k] / count;
                spread.set(j, k, value);
                spread.set(k, j, value);
            }
            spread.add(j, j, 1e-4);
        }
        prior.set(g, mean, spread);
    }
}
