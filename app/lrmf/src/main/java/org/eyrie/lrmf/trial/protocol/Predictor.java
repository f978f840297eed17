package org.eyrie.lrmf.trial.protocol;

import org.eyrie.lrmf.problem.Problem;
import org.eyrie.task.Progress;

/** A way to predict scores: a method with its settings, the seed of its randomness included. */
public interface Predictor {

    /** Short name for tables, such as {@code parent mean}. */
    String name();

    /**
     * Learns from a problem.
     *
     * @param training all that may be known; its lineage and traits may include models without a single score
     * @param progress told how far the fit is, from 0 to 1, and asked whether to go on
     * @return what predicts any cell of the same models and columns, measured or not
     * @throws org.eyrie.task.CancelledException if the caller wants the fit to stop
     */
    Fitted fit(Problem training, Progress progress);
}
