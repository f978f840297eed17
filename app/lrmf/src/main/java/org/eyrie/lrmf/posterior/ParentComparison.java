package org.eyrie.lrmf.posterior;

import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.eyrie.lrmf.observation.ColumnParameters;

/**
 * Probability that a child outdoes all its parents, from draws of their joint posterior. The draws have a fixed seed, so
 * that the same question has the same answer; their standard error is below .008.
 */
final class ParentComparison {

    private static final int DRAWS = 4096;

    /** By the number of models, the draws for a child of few parents: they are the same for every question. */
    private static final double[][] OF_FEW = new double[4][];

    static {
        Arrays.setAll(OF_FEW, ParentComparison::normal);
    }

    private ParentComparison() {}

    /** Half of the draws, the others being their negatives, that many numbers each. */
    private static double[] normal(int n) {
        Random random = new Random(1);
        double[] normal = new double[DRAWS / 2 * n];
        Arrays.setAll(normal, k -> random.nextGaussian());
        return normal;
    }

    static double chance(FamilyPosterior family, int child, int column) {
        int[] parents = family.field.parents(child);
        if (parents.length == 0) {
            throw new IllegalArgumentException("Model " + child + " has no parents");
        }
        int[] nodes = new int[parents.length + 1];
        nodes[0] = child;
        System.arraycopy(parents, 0, nodes, 1, parents.length);
        ColumnParameters columns = family.shared.columns;
        double[] mean = new double[nodes.length];
        for (int a = 0; a < nodes.length; a++) {
            mean[a] = columns.predict(column, family.own(nodes[a], new int[0]).mean(), 0);
        }
        return share(mean, factor(family, nodes, column));
    }

    /**
     * Lower factor of the joint covariance. Parents of very large merges are not joined pairwise: where their covariance
     * is not at hand it counts as zero.
     */
    private static DMatrixRMaj factor(FamilyPosterior family, int[] nodes, int column) {
        ColumnParameters columns = family.shared.columns;
        int n = nodes.length;
        double[] block = new double[columns.d() * columns.d()];
        DMatrixRMaj joint = new DMatrixRMaj(n, n);
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                if (family.posterior.joins(nodes[a], nodes[b])) {
                    family.posterior.covariance(nodes[a], nodes[b], block);
                    joint.set(a, b, columns.between(column, column, block, 0));
                }
            }
        }
        double scale = 0;
        for (int a = 0; a < n; a++) {
            scale = Math.max(scale, joint.get(a, a));
        }
        for (double jitter = 1e-10; jitter < 10; jitter *= 100) {
            DMatrixRMaj lifted = joint.copy();
            for (int a = 0; a < n; a++) {
                lifted.add(a, a, jitter * scale + 1e-300);
            }
            CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
            if (cholesky.decompose(lifted)) {
                return cholesky.getT(null);
            }
        }
        throw new ArithmeticException("The joint covariance of " + n + " models is not positive definite");
    }

    private static double share(double[] mean, DMatrixRMaj factor) {
        int n = mean.length;
        double[] normal = n < OF_FEW.length ? OF_FEW[n] : normal(n);
        int wins = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double sign = (draw & 1) == 0 ? 1 : -1; // antithetic pairs
            int from = (draw >> 1) * n;
            double child = 0;
            boolean best = true;
            for (int a = 0; a < n; a++) {
                double value = mean[a];
                for (int t = 0; t <= a; t++) {
                    value += factor.get(a, t) * sign * normal[from + t];
                }
                if (a == 0) {
                    child = value;
                } else {
                    best &= child > value;
                }
            }
            wins += best ? 1 : 0;
        }
        return wins / (double) DRAWS;
    }
}
