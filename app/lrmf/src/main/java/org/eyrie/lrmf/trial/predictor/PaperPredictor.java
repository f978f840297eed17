package org.eyrie.lrmf.trial.predictor;

import java.util.SplittableRandom;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.paper.Factorization;
import org.eyrie.lrmf.trial.paper.PaperFit;
import org.eyrie.lrmf.trial.paper.PaperSettings;
import org.eyrie.lrmf.trial.protocol.Fitted;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.lrmf.trial.protocol.Split;
import org.eyrie.task.Progress;

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
    public Fitted fit(Problem training, Progress progress) {
        HiddenErrors errors = new HiddenErrors(training);
        HiddenScores hidden = new HiddenScores(training, ROUNDS, new SplittableRandom(settings.seed()));
        double fits = ROUNDS + 1;
        for (int round = 0; round < ROUNDS; round++) {
            Split split = Split.hiding(training, hidden.cells(round));
            String step = "errors " + (round + 1) + " of " + ROUNDS;
            errors.add(
                    split, factorise(split.training(), progress.part(step, round / fits, (round + 1) / fits))::logit);
        }
        errors.sort();
        return errors.fitted(factorise(training, progress.part("factors", ROUNDS / fits, 1))::logit);
    }

    private Factorization factorise(Problem problem, Progress progress) {
        Factorization factors = PaperFit.fit(problem.lineage(), problem.observations(), settings, progress);
        // A fit that was asked to stop answers with what it has; an experiment has no use for that.
        progress.check();
        return factors;
    }
}
