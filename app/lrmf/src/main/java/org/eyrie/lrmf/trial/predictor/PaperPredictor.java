package org.eyrie.lrmf.trial.predictor;

import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.paper.Factorization;
import org.eyrie.lrmf.trial.paper.PaperFit;
import org.eyrie.lrmf.trial.paper.PaperSettings;
import org.eyrie.lrmf.trial.protocol.Fitted;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.task.Progress;

/**
 * The published form, which has no intervals of its own: they are quantiles of its {@link HiddenErrors}.
 *
 * @param settings of the fit
 */
record PaperPredictor(PaperSettings settings) implements Predictor {

    @Override
    public String name() {
        return "paper";
    }

    @Override
    public Fitted fit(Problem training, Progress progress) {
        return HiddenErrors.fitted(
                training, settings.seed(), (problem, part) -> factorise(problem, part)::logit, progress);
    }

    private Factorization factorise(Problem problem, Progress progress) {
        Factorization factors = PaperFit.fit(problem.lineage(), problem.observations(), settings, progress);
        // A fit that was asked to stop answers with what it has; an experiment has no use for that.
        progress.check();
        return factors;
    }
}
