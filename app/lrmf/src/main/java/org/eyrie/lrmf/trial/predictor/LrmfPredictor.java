package org.eyrie.lrmf.trial.predictor;

import org.eyrie.lrmf.learning.FitResult;
import org.eyrie.lrmf.learning.LrmfFit;
import org.eyrie.lrmf.posterior.CellPrediction;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.posterior.LeaveOut;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.protocol.Estimates;
import org.eyrie.lrmf.trial.protocol.Fitted;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.task.Progress;

/**
 * The global fit, predicting with everything its training problem has.
 *
 * @param settings of the fit
 */
record LrmfPredictor(LrmfSettings settings) implements Predictor {

    @Override
    public String name() {
        return "LRMF";
    }

    @Override
    public Fitted fit(Problem training, Progress progress) {
        Progress sweeps = progress.heardBy((step, sweep, limit) -> {
            if (step.equals(LrmfFit.LEARNING)) {
                progress.at("sweep " + sweep, sweep, limit);
            }
        });
        FitResult result = LrmfFit.fit(training, settings, sweeps);
        // A fit that was asked to stop answers with what it has; an experiment has no use for that.
        progress.check();
        return (model, column, level) -> predict(result.models(), model, column, level);
    }

    private static Estimates predict(FamilyPosterior models, int[] model, int[] column, double level) {
        double[] mean = new double[model.length];
        double[] lower = new double[model.length];
        double[] upper = new double[model.length];
        for (int c = 0; c < model.length; c++) {
            // Held-out cells are not in the training problem: there is nothing to leave out.
            CellPrediction prediction = models.predict(model[c], column[c], LeaveOut.NOTHING, level);
            mean[c] = prediction.mean();
            lower[c] = prediction.lower();
            upper[c] = prediction.upper();
        }
        return new Estimates(mean, lower, upper);
    }
}
