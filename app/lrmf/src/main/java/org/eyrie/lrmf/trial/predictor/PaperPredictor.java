package org.eyrie.lrmf.trial.predictor;

import java.util.SplittableRandom;
import org.eyrie.lrmf.learning.FitListener;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.paper.Factorization;
import org.eyrie.lrmf.trial.paper.PaperFit;
import org.eyrie.lrmf.trial.paper.PaperSettings;
import org.eyrie.lrmf.trial.protocol.Fitted;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.lrmf.trial.protocol.Split;
import org.eyrie.lrmf.trial.protocol.Watch;

/**
 * The published form, which has no intervals of its own: they are quantiles of the errors that it makes when scores of
 * a third of the models are hidden, in three rounds. So it is fitted four times.
 *
 * @param settings of the fit
 */
record PaperPredictor(PaperSettings settings) implements Predictor {

    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "paper";
    }

    @Override
    public Fitted fit(Problem training, Watch watch) {
        PaperErrors errors = new PaperErrors(training);
        HiddenScores hidden = new HiddenScores(training, ROUNDS, new SplittableRandom(settings.seed()));
        double fits = ROUNDS + 1;
        for (int round = 0; round < ROUNDS; round++) {
            Split split = Split.hiding(training, hidden.cells(round));
            String step = "errors " + (round + 1) + " of " + ROUNDS;
            errors.add(split, factorise(split.training(), watch.part(step, round / fits, (round + 1) / fits)));
        }
        errors.sort();
        return errors.fitted(factorise(training, watch.part("factors", ROUNDS / fits, 1)));
    }

    private Factorization factorise(Problem problem, Watch watch) {
        FitListener listener = (sweep, limit, objective) -> {
            watch.at("sweep " + (sweep + 1), (sweep + 1.0) / limit);
            return !watch.cancelled();
        };
        Factorization factors = PaperFit.fit(problem.lineage(), problem.observations(), settings, listener);
        // A fit that was asked to stop answers with what it has; an experiment has no use for that.
        watch.check();
        return factors;
    }
}
