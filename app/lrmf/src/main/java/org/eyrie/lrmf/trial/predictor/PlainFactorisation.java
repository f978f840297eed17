package org.eyrie.lrmf.trial.predictor;

import java.util.SplittableRandom;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.protocol.Fitted;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.task.Progress;

/**
 * Matrix factorisation with intercepts, without lineage: a value is the column's intercept plus the inner product of a
 * model's and a column's factors. A model without a single score gets the intercepts.
 *
 * @param rank number of factors, at least 1
 * @param sweeps limit of alternations
 * @param seed seed of the first loadings and of the error estimates
 * @param scale where the arithmetic is done
 */
record PlainFactorisation(int rank, int sweeps, long seed, Scale scale) implements Predictor {

    private static final double TOLERANCE = 1e-3;

    public PlainFactorisation {
        if (rank < 1 || sweeps < 1) {
            throw new IllegalArgumentException("Cannot factorise with rank " + rank + " and " + sweeps + " sweeps");
        }
    }

    @Override
    public String name() {
        return "plain factorisation";
    }

    @Override
    public Fitted fit(Problem training, Progress progress) {
        int models = training.lineage().models();
        SplittableRandom random = new SplittableRandom(seed);
        ValuesByModel values = new ValuesByModel(models, training.observations(), scale);
        StandardisedColumns columns =
                new StandardisedColumns(training.observations().columns(), values);
        Loadings loadings = new Loadings(rank, values, columns, random.split());
        new FactorAnalysis(models, values, columns, loadings).fit(sweeps, TOLERANCE, progress);
        return new FittedFactors(models, values, loadings, scale, random.split());
    }
}
