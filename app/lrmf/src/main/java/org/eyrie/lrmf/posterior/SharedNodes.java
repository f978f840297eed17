package org.eyrie.lrmf.posterior;

import org.eyrie.lrmf.field.Boundary;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.field.FieldSolver;
import org.eyrie.lrmf.field.FieldStructure;
import org.eyrie.lrmf.linalg.AncestorFactor;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.linalg.HalfSolutions;
import org.eyrie.lrmf.linalg.PairwiseInverse;
import org.eyrie.lrmf.linalg.RoundedFactor;
import org.eyrie.lrmf.linalg.SelectedInverse;
import org.eyrie.lrmf.linalg.SymbolicCholesky;
import org.eyrie.lrmf.prior.LineageField;
import org.eyrie.lrmf.prior.SharedDictionary;
import org.jspecify.annotations.Nullable;

/**
 * Posterior of what families have in common: means and a Cholesky factor from which the covariance of any two follows, all
 * other nodes of the field integrated out but those that stand above a shared one in the order of elimination ({@link
 * AncestorFactor}). So it is the posterior that was learned, to rounding, and grows as shared nodes do: with every model
 * integrated out, nodes that a large family touches would be joined pairwise.
 *
 * <p>Safe for many threads.
 */
final class SharedNodes {

    /** Whatever has more neighbours costs less to keep than it would leave behind. */
    private static final int FEW = 8;

    private static final int MOST_TIMES = 2;
    private static final long SPARE_PRODUCTS = 2_000_000;

    final SharedDictionary dictionary;
    final double[] mean;
    /** Of the shared nodes, in the dictionary's order, and of others after them. */
    final BlockCholesky factor;

    private final int d;
    private volatile @Nullable PairwiseInverse covariance;
    /** Block products that families may still take for their own nodes before all covariances are worked out. */
    private long spare;

    SharedNodes(SharedDictionary dictionary, double[] mean, BlockCholesky factor, int d) {
        this.dictionary = dictionary;
        this.mean = mean;
        this.factor = factor;
        this.d = d;
        this.spare = factor.products();
    }

    /**
     * The factor of the shared nodes. The order of learning leaves models above them that need not be there; another one
     * is worth eliminating once more where that takes about as long, and less is kept then.
     *
     * @param posterior of a whole field, its nodes eliminated in any order
     */
    static BlockCholesky factor(FieldPosterior posterior, LineageField field) {
        int from = field.inner();
        int to = field.nodes();
        SymbolicCholesky learned = posterior.system().symbolic();
        FieldStructure sparing = posterior.system().sparing(from, to, FEW);
        boolean dear = sparing.symbolic().products() > SPARE_PRODUCTS + MOST_TIMES * learned.products();
        if (dear || AncestorFactor.blocks(sparing.symbolic(), from, to) >= AncestorFactor.blocks(learned, from, to)) {
            return RoundedFactor.of(AncestorFactor.of(posterior.factor(), from, to));
        }
        return RoundedFactor.of(AncestorFactor.of(FieldSolver.factor(posterior, sparing), from, to));
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
        SelectedInverse.BoundaryCovariance between = between(count);
        return new Boundary(
                means, (i, j, block, offset) -> between.read(number[i - inner], number[j - inner], block, offset));
    }

    /**
     * What reads the covariances of so many nodes. To work out those of all nodes takes minutes where millions of models share
     * them, and is worth its while once as much went into the nodes of single families.
     */
    private SelectedInverse.BoundaryCovariance between(int count) {
        return covariance == null && isSpared((long) count * factor.blocks())
                ? new HalfSolutions(factor, SharedNodes::outside)::read
                : this::covariance;
    }

    private synchronized boolean isSpared(long products) {
        if (products > spare) {
            return false;
        }
        spare -= products;
        return true;
    }

    /** Sets how many block products families may take for their own nodes before all covariances are worked out. */
    synchronized void spare(long products) {
        spare = products;
    }

    private static void outside(int i, int j, double[] block, int offset) {
        throw new IllegalStateException("The shared nodes have no boundary: " + i + ", " + j);
    }

    /** The covariance of some nodes, by their numbers, times a vector, d numbers per node. */
    double[] times(int[] number, double[] vector) {
        double[] x = new double[factor.nodes() * d];
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
    void covariance(int i, int j, double[] block, int offset) {
        prepare().read(i, j, block, offset);
    }

    /** The covariances that the pattern joins, computed when first asked for. */
    private PairwiseInverse prepare() {
        PairwiseInverse known = covariance;
        if (known == null) {
            synchronized (this) {
                known = covariance;
                if (known == null) {
                    known = PairwiseInverse.of(factor);
                    covariance = known;
                }
            }
        }
        return known;
    }
}
