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
 * covariances come out of the selected inverse. Pairs that no family of the fit touched together, as of a merge that is
 * planned across families, cost a solution, which is kept.
 *
 * <p>Safe for many threads, which wait for each other only where they want the same solution.
 */
final class SharedNodes {

    final SharedDictionary dictionary;
    final double[] mean;
    final BlockCholesky factor;
    private final int d;
    private final KeptColumns columns;
    private volatile @Nullable SelectedInverse covariance;

    SharedNodes(SharedDictionary dictionary, double[] mean, BlockCholesky factor, int d) {
        this.dictionary = dictionary;
        this.mean = mean;
        this.factor = factor;
        this.d = d;
        this.columns = new KeptColumns(factor, (long) mean.length * d * Double.BYTES, KeptColumns.USUAL_BYTES);
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

    /**
     * Covariance of two nodes, i its row. Of two that the pattern does not join it is read off the columns of the one that
     * was eliminated later: it is the one that more families touch, so that its columns serve the next question too, and
     * whoever asks gets the same numbers.
     */
    void covariance(int i, int j, double[] block, int offset) {
        SelectedInverse selected = prepare();
        if (selected.holds(i, j)) {
            selected.read(i, j, block, offset);
            return;
        }
        boolean rows = factor.position(i) > factor.position(j);
        double[] column = columns.of(rows ? i : j);
        int at = (rows ? j : i) * d * d;
        for (int r = 0; r < d; r++) {
            for (int c = 0; c < d; c++) {
                block[offset + r * d + c] = column[rows ? at + r * d + c : at + c * d + r];
            }
        }
    }

    /** The covariances that the pattern joins, computed when first asked for. */
    private SelectedInverse prepare() {
        SelectedInverse known = covariance;
        if (known == null) {
            synchronized (this) {
                known = covariance;
                if (known == null) {
                    known = SelectedInverse.of(factor);
                    covariance = known;
                }
            }
        }
        return known;
    }
}
