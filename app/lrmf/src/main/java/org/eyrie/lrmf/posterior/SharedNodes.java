package org.eyrie.lrmf.posterior;

import org.eyrie.lrmf.field.Boundary;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.linalg.SelectedInverse;
import org.eyrie.lrmf.prior.LineageField;
import org.eyrie.lrmf.prior.SharedDictionary;
import org.jspecify.annotations.Nullable;

/**
 * Posterior of what families have in common, all models integrated out: means and the Cholesky factor of the precision.
 *
 * <p>Models were eliminated first, so nodes that one family touches are joined in this factor's pattern and their
 * covariances come out of the selected inverse. Pairs that no family of the fit touched together cost a solve.
 */
final class SharedNodes {

    final SharedDictionary dictionary;
    final double[] mean;
    final BlockCholesky factor;
    private final int d;
    private @Nullable SelectedInverse covariance;
    private int solvedNode = -1;
    private double[] solved = new double[0];

    SharedNodes(SharedDictionary dictionary, double[] mean, BlockCholesky factor, int d) {
        this.dictionary = dictionary;
        this.mean = mean;
        this.factor = factor;
        this.d = d;
    }

    /** The boundary of a family's field, whose nodes' numbers start at {@code inner}. */
    Boundary boundaryOf(LineageField family, int inner) {
        int count = family.shared().size();
        int[] number = new int[count];
        double[] means = new double[count * d];
        for (int k = 0; k < count; k++) {
            int found = dictionary.numberOf(family.shared().get(k));
            number[k] = found;
            System.arraycopy(mean, found * d, means, k * d, d);
        }
        return new Boundary(
                means, (i, j, block, offset) -> covariance(number[i - inner], number[j - inner], block, offset));
    }

    /** The covariance of some nodes, by their numbers, times a vector, d numbers per node. */
    double[] times(int[] number, double[] vector) {
        double[] x = new double[dictionary.nodes().size() * d];
        for (int k = 0; k < number.length; k++) {
            System.arraycopy(vector, k * d, x, number[k] * d, d);
        }
        factor.solve(x);
        double[] product = new double[vector.length];
        for (int k = 0; k < number.length; k++) {
            System.arraycopy(x, number[k] * d, product, k * d, d);
        }
        return product;
    }

    /** Covariance of two nodes, i its row. */
    synchronized void covariance(int i, int j, double[] block, int offset) {
        if (covariance == null) {
            covariance = SelectedInverse.of(factor);
        }
        if (covariance.holds(i, j)) {
            covariance.read(i, j, block, offset);
            return;
        }
        solveFor(j);
        for (int c = 0; c < d; c++) {
            for (int r = 0; r < d; r++) {
                block[offset + r * d + c] = solved[(c * dictionary.nodes().size() + i) * d + r];
            }
        }
    }

    /** Columns of node j in the inverse, one after the other; kept, since families ask column by column. */
    private void solveFor(int j) {
        if (solvedNode == j) {
            return;
        }
        int length = dictionary.nodes().size() * d;
        solved = new double[length * d];
        for (int c = 0; c < d; c++) {
            double[] x = new double[length];
            x[j * d + c] = 1;
            factor.solve(x);
            System.arraycopy(x, 0, solved, c * length, length);
        }
        solvedNode = j;
    }
}
