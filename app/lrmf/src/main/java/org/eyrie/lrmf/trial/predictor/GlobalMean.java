package org.eyrie.lrmf.trial.predictor;

import java.util.List;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.protocol.Fitted;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.task.Progress;

/**
 * Every model scores what models score on average.
 *
 * @param scale where the means are taken
 */
record GlobalMean(Scale scale) implements Predictor {

    @Override
    public String name() {
        return "global mean";
    }

    @Override
    public Fitted fit(Problem training, Progress progress) {
        progress.check();
        Grouping all = Grouping.all(training.lineage().models());
        GroupMeans means = new GroupMeans(List.of(all), training.observations(), scale);
        return new FittedMean(means, training.observations(), scale);
    }
}
