package org.eyrie.server.fit;

import org.eyrie.lrmf.Problem;
import org.eyrie.model.Payload;

/** The mathematics, as the program asks for it. */
public interface Engine {

    /**
     * Learns what all families share.
     *
     * @param settings how; equal settings and data give equal fits
     * @throws org.eyrie.model.CancelledException if {@code progress} asks for it
     */
    Learned learn(Problem problem, FitSettings settings, Progress progress);

    /**
     * Solves whole families given what all share.
     *
     * @param shared {@link Learned#shared()} of a fit
     * @param problem numbered with the dictionary of that fit
     */
    Solution solve(Payload shared, Problem problem);

    /**
     * What a fit learned.
     *
     * @param shared what {@link #solve} needs
     * @param settings every setting, as JSON
     * @param logLikelihood of the data, natural logarithm
     * @param stopReason why it ended
     */
    record Learned(Payload shared, String settings, double logLikelihood, String stopReason) {}
}
