package org.eyrie.lrmf.contest;

import org.eyrie.lrmf.Problem;
import org.eyrie.lrmf.backtest.Estimates;
import org.eyrie.lrmf.backtest.Fitted;
import org.eyrie.lrmf.backtest.Predictor;
import org.eyrie.lrmf.backtest.Watch;
import org.eyrie.lrmf.fit.CellPrediction;
import org.eyrie.lrmf.fit.FamilyPosterior;
import org.eyrie.lrmf.fit.FitListener;
import org.eyrie.lrmf.fit.FitResult;
import org.eyrie.lrmf.fit.LeaveOut;
import org.eyrie.lrmf.fit.LrmfFit;
import org.eyrie.lrmf.fit.LrmfSettings;

/**
 * The global fit, predicting with everything its training problem has.
 *
 * @param settings of the fit
 */
public record LrmfPredictor(LrmfSettings settings) implements Predictor {

    @Override
    public String name() {
        return "LRMF";
    }

    @Override
    public Fitted fit(Problem training, Watch watch) {
        FitListener listener = (sweep, limit, objective) -> {
            watch.at("sweep " + sweep, (double) sweep / limit);
            return !watch.cancelled();
        };
        FitResult result = LrmfFit.fit(training, settings, listener);
        // A fit that was asked to stop answers with what it has; an experiment has no use for that.
        watch.check();
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
