package org.eyrie.lrmf.trial.predictor;

import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.protocol.Fitted;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.task.Progress;

/**
 * A model scores what its parents score on average, all counting the same; where none of them was measured, what
 * {@link ArchitectureSizeMean} says.
 *
 * @param scale where the means are taken
 */
record ParentMean(Scale scale) implements Predictor {

    @Override
    public String name() {
        return "parent mean";
    }

    @Override
    public Fitted fit(Problem training, Progress progress) {
        progress.check();
        CellMean otherwise = ArchitectureSizeMean.means(training, scale);
        CellMean means = new ParentMeans(training.lineage(), training.observations(), scale, otherwise);
        return new FittedMean(means, training.observations(), scale);
    }
}
