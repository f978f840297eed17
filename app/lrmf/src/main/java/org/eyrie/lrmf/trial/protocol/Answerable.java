package org.eyrie.lrmf.trial.protocol;

import org.eyrie.lrmf.problem.Problem;

/**
 * Which cells would be answered at all. Who serves predictions refuses a cell that nothing is known of; an experiment that
 * scored a guess there would speak of answers that nobody gets.
 */
@FunctionalInterface
public interface Answerable {

    /** Answers whatever is asked. */
    Answerable EVERYTHING = training -> (model, column) -> true;

    /**
     * Judges by what may be known in one round.
     *
     * @param training the training side of that round; hidden scores are not in it
     */
    Cells knowing(Problem training);

    /** Cells that are answered. */
    @FunctionalInterface
    interface Cells {
        boolean answered(int model, int column);
    }
}
