package org.eyrie.lrmf.kinship;

import java.util.Arrays;

/**
 * What is thought of relevances before anything is known, in logarithms: every kernel's share, every part's relevance, and the
 * own share of each sibling.
 *
 * <p>Chosen on the families of the trial, a few settings of each by hand: success is a smooth function of the first kernel, so
 * its range is long and its share large, and evidence shortens it where it must. A range of .5 instead of 2 to 3 cost .05 to
 * .15 of R² from 20 siblings.
 */
final class KinshipPrior {

    /** Standard deviation of every logarithm. Wider ones forecast as well and are too sure: intervals of 90 % held 76 %. */
    static final double SPREAD = 1;

    /** Variance of a task's mean over siblings, in logits: nothing is known of it. */
    static final double LEVEL = 4;

    private static final double FIRST_SHARE = 6;
    private static final double OTHER_SHARE = 1;
    private static final double FIRST_RELEVANCE = .35;
    private static final double OTHER_RELEVANCE = .8;
    private static final double OWN_SHARE = .03;

    private KinshipPrior() {}

    /** Where learning starts: shares of kernels, relevances of parts, the own share. */
    static double[] start(Siblings siblings) {
        int kernels = siblings.kernels();
        double[] start = new double[kernels + siblings.parts() + 1];
        Arrays.fill(start, 0, kernels, Math.log(OTHER_SHARE));
        start[0] = Math.log(FIRST_SHARE);
        for (int part = 0; part < siblings.parts(); part++) {
            int kernel = siblings.kernelOf(part);
            double relevance = kernel == 0 ? FIRST_RELEVANCE : OTHER_RELEVANCE;
            start[kernels + part] = Math.log(relevance / siblings.partsOf(kernel));
        }
        start[start.length - 1] = Math.log(OWN_SHARE);
        return start;
    }
}
