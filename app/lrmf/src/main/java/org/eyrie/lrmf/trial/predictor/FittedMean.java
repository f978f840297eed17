package org.eyrie.lrmf.trial.predictor;

import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.trial.protocol.Estimates;
import org.eyrie.lrmf.trial.protocol.Fitted;

/**
 * Means with intervals. The intervals are quantiles of the errors that the same means make on the training cells, each
 * guessed without itself, separately for each kind of evidence.
 */
final class FittedMean implements Fitted {

    private final CellMean mean;
    private final Scale scale;
    private final Residuals[] residuals;

    FittedMean(CellMean mean, Observations training, Scale scale) {
        this.mean = mean;
        this.scale = scale;
        this.residuals = new Residuals[mean.sources()];
        for (int source = 0; source < residuals.length; source++) {
            residuals[source] = new Residuals(training.columns());
        }
        for (int c = 0; c < training.cells(); c++) {
            double own = scale.of(training.score()[c]);
            int column = training.column()[c];
            Guess guess = mean.at(training.model()[c], column, own);
            residuals[guess.source()].add(column, own - guess.value());
        }
        for (Residuals errors : residuals) {
            errors.sort();
        }
    }

    @Override
    public Estimates predict(int[] model, int[] column, double level) {
        double[] means = new double[model.length];
        double[] lower = new double[model.length];
        double[] upper = new double[model.length];
        for (int c = 0; c < model.length; c++) {
            Guess guess = mean.at(model[c], column[c], CellMean.UNMEASURED);
            Residuals errors = residuals[guess.source()];
            means[c] = scale.toScore(guess.value());
            lower[c] = scale.toScore(guess.value() + errors.lower(column[c], level));
            upper[c] = scale.toScore(guess.value() + errors.upper(column[c], level));
        }
        return new Estimates(means, lower, upper);
    }
}
