package org.eyrie.lrmf.kinship;

/**
 * Covariances of siblings: c + v·(Σⱼ aⱼ·exp(−½ Σₚ rₚ·dₚ)), parts p of kernel j, and of a sibling with itself v·n more, its own
 * share.
 *
 * <p>The constant stands for a mean that is estimated with the process: the mean of those seen, taken as the mean of all, cost
 * a tenth to a third of R².
 */
final class SiblingKernel {

    private final Siblings siblings;
    private final double variance;
    private final double[] shares;
    private final double[] relevances;
    private final double own;

    /**
     * With logarithms as {@link KinshipPrior#start} orders them.
     *
     * @param variance v, in logits
     */
    SiblingKernel(Siblings siblings, double variance, double[] logarithms) {
        this.siblings = siblings;
        this.variance = variance;
        this.shares = new double[siblings.kernels()];
        this.relevances = new double[siblings.parts()];
        for (int j = 0; j < shares.length; j++) {
            shares[j] = Math.exp(logarithms[j]);
        }
        for (int p = 0; p < relevances.length; p++) {
            relevances[p] = Math.exp(logarithms[shares.length + p]);
        }
        this.own = Math.exp(logarithms[logarithms.length - 1]);
    }

    /** Variance of a sibling's own share. */
    double own() {
        return variance * own;
    }

    double relevance(int part) {
        return relevances[part];
    }

    /** Variance of a sibling before anything is known. */
    double prior() {
        double sum = own;
        for (double share : shares) {
            sum += share;
        }
        return KinshipPrior.LEVEL + variance * sum;
    }

    /** Covariance of two siblings without their own shares, from distances in all parts. */
    double between(double[] distances) {
        double[] pieces = new double[shares.length];
        kernels(distances, pieces);
        double sum = KinshipPrior.LEVEL;
        for (double piece : pieces) {
            sum += piece;
        }
        return sum;
    }

    /** The part of each kernel, from distances in all parts. */
    void kernels(double[] distances, double[] into) {
        java.util.Arrays.fill(into, 0);
        for (int p = 0; p < relevances.length; p++) {
            into[siblings.kernelOf(p)] += relevances[p] * distances[p];
        }
        for (int j = 0; j < shares.length; j++) {
            into[j] = variance * shares[j] * Math.exp(-into[j] / 2);
        }
    }
}
