package org.eyrie.lrmf.statistics;

import java.util.Optional;
import org.eyrie.lrmf.observation.ScoreScale;
import org.jspecify.annotations.Nullable;

/**
 * The expectation step over all families, wherever they are: in one field, or each by itself.
 *
 * @param <S> what it keeps of a posterior
 */
public interface Expectation<S extends Expectation.Posterior> {

    /**
     * The posterior under given parameters, the fixed effects at their best.
     *
     * @param before a posterior under something like them, if there is one
     * @return empty where the numbers have ceased to make sense
     */
    Optional<S> at(SharedParameters parameters, @Nullable S before);

    /** The statistics of all families, summed. */
    FamilyStatistics statistics(S posterior);

    /** Sum over all models and columns of the squared step, in the unit of scores, from one posterior to another. */
    double squaredMovement(S before, S now, ScoreScale scale);

    /** Posterior of all families. */
    interface Posterior {

        /** What it is under, with the fixed effects that were found best. */
        SharedParameters parameters();

        /** Log-evidence of the data. */
        double logEvidence();
    }
}
