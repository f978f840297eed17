package org.eyrie.lrmf.outcomes;

import java.util.Arrays;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.linalg.BlockMatrix;
import org.eyrie.lrmf.linalg.Bound;
import org.eyrie.lrmf.linalg.ConjugateGradients;

/**
 * The linear system of all models' factors: lineage joins models, outcomes stay within one. The sparsity pattern never
 * changes between sweeps, so order and symbolic analysis are done once.
 *
 * <p>Where lineage is so tangled that the factor would pass the usual bound, some entries of terms are cut from the
 * others. The whole system is solved nevertheless, by conjugate gradients with the cut one's factor as preconditioner;
 * covariances are those of a posterior that factorises across the cuts.
 */
final class LineageSystem {

    /** In place of an offset: the pair is cut. */
    private static final int CUT = -1;

    private static final int MOST_STEPS = 1000;

    /** Error left of a cut system's solution, relative to it, in the energy norm. */
    private static final double TOLERANCE = 1e-10;

    final LineageTerms terms;
    final BlockMatrix matrix;
    final double[] right;
    final LineageCut cut;
    private final int d;
    private final int[] pairOffset;
    private double[] data = new double[0];
    private double[] strengths = new double[0];

    LineageSystem(LineageTerms terms, int d) {
        this(terms, d, Bound.usual(terms.nodes, d));
    }

    LineageSystem(LineageTerms terms, int d, Bound bound) {
        this.terms = terms;
        this.d = d;
        cut = LineageCut.of(terms, bound);
        matrix = new BlockMatrix(cut.symbolic(), d);
        right = new double[terms.nodes * d];
        int pairs = 0;
        for (int t = 0; t < terms.size(); t++) {
            int width = terms.start[t + 1] - terms.start[t];
            pairs = Math.addExact(pairs, width * (width - 1) / 2);
        }
        pairOffset = new int[pairs];
        int pair = 0;
        for (int t = 0; t < terms.size(); t++) {
            for (int a = terms.start[t]; a < terms.start[t + 1]; a++) {
                for (int b = terms.start[t]; b < a; b++) {
                    pairOffset[pair++] = isCut(a, b) ? CUT : matrix.lowerOffset(terms.node[a], terms.node[b]);
                }
            }
        }
    }

    /** Whether the factors of two entries of a term are left apart in the matrix. */
    boolean isCut(int a, int b) {
        return cut.entry()[a] || cut.entry()[b];
    }

    void clear() {
        matrix.clear();
        Arrays.fill(right, 0);
    }

    /**
     * Adds what lineage says: residuals are as large as those of what is expected.
     *
     * @param strength one per group of residuals
     * @param expected factors before lineage and outcomes, n x d
     */
    void addTerms(double[] strength, double[] expected) {
        if (cut.cuts() > 0) {
            data = matrix.diagonal().clone();
            strengths = strength.clone();
        }
        int pair = 0;
        double[] residual = new double[d];
        for (int t = 0; t < terms.size(); t++) {
            terms.residual(t, expected, d, residual);
            double scale = strength[terms.group[t]];
            for (int a = terms.start[t]; a < terms.start[t + 1]; a++) {
                double ca = terms.coefficient[a] * scale;
                addToDiagonal(matrix.diagonal(), matrix.diagonalOffset(terms.node[a]), ca * terms.coefficient[a]);
                for (int j = 0; j < d; j++) {
                    right[terms.node[a] * d + j] += ca * residual[j];
                }
                for (int b = terms.start[t]; b < a; b++) {
                    if (pairOffset[pair] != CUT) {
                        addToDiagonal(matrix.lower(), pairOffset[pair], ca * terms.coefficient[b]);
                    }
                    pair++;
                }
            }
        }
    }

    /** Solves; the solution is in {@link #right}. */
    BlockCholesky solve() {
        BlockCholesky factor = BlockCholesky.factor(matrix)
                .orElseThrow(() -> new ArithmeticException("The model step is not positive definite"));
        if (cut.cuts() == 0) {
            factor.solve(right);
            return factor;
        }
        double[] residual = right.clone();
        double[] x = new double[right.length];
        ConjugateGradients whole = new ConjugateGradients(this::times, vector -> solved(factor, vector), () -> {});
        double energy = ConjugateGradients.dot(right, solved(factor, right));
        whole.improve(x, residual, TOLERANCE * TOLERANCE * energy, MOST_STEPS);
        System.arraycopy(x, 0, right, 0, x.length);
        return factor;
    }

    private static double[] solved(BlockCholesky factor, double[] vector) {
        double[] x = vector.clone();
        factor.solve(x);
        return x;
    }

    /** The whole system times a vector: outcomes model by model, and lineage term by term. */
    private double[] times(double[] x) {
        double[] y = new double[x.length];
        for (int u = 0; u < terms.nodes; u++) {
            int block = matrix.diagonalOffset(u);
            for (int j = 0; j < d; j++) {
                for (int k = 0; k < d; k++) {
                    y[u * d + j] += data[block + j * d + k] * x[u * d + k];
                }
            }
        }
        double[] residual = new double[d];
        for (int t = 0; t < terms.size(); t++) {
            terms.residual(t, x, d, residual);
            double strength = strengths[terms.group[t]];
            for (int a = terms.start[t]; a < terms.start[t + 1]; a++) {
                for (int j = 0; j < d; j++) {
                    y[terms.node[a] * d + j] += strength * terms.coefficient[a] * residual[j];
                }
            }
        }
        return y;
    }

    private void addToDiagonal(double[] block, int offset, double value) {
        for (int j = 0; j < d; j++) {
            block[offset + j * (d + 1)] += value;
        }
    }
}
