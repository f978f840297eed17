package org.eyrie.lrmf.statistics;

import org.eyrie.lrmf.observation.ColumnParameters;

/**
 * The maximisation step: the parameters under which what all families said is most likely. It asks nothing but the sum of
 * their statistics, so it does not matter where the families were. Fixed effects are left: the expectation step has them
 * at their best.
 */
public final class MStep {

    private final ParameterPrior prior;
    private final StrengthStep strengths;
    private final ColumnLearning columns;

    /** With what is believed beforehand. */
    public MStep(ParameterPrior prior) {
        this.prior = prior;
        strengths = new StrengthStep(prior.strengths(), prior.fixed());
        columns = new ColumnLearning(prior.columns());
    }

    /**
     * The next parameters.
     *
     * @param all the statistics of all families, summed
     * @param now the parameters they were made under
     */
    public SharedParameters next(FamilyStatistics all, SharedParameters now) {
        ColumnParameters better = columns.improve(all.columns(), now.columns(), now.loadings());
        return new SharedParameters(
                better,
                KinLearning.improve(better, now.loadings()),
                strengths.improve(all.residuals(), now.strengths()));
    }

    /**
     * Logarithm of the density of parameters beforehand, up to a constant.
     *
     * @param given fixed effects included
     */
    public double logPrior(SharedParameters given) {
        return strengths.logPrior(given.strengths())
                + prior.logDensity(given.strengths().drift(), given.strengths().d())
                + columns.logPrior(given.columns(), given.loadings())
                + KinLearning.logPrior(given.columns(), given.loadings());
    }
}
