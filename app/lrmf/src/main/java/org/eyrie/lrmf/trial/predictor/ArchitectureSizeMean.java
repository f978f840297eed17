package org.eyrie.lrmf.trial.predictor;

import java.util.List;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.protocol.Fitted;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.task.Progress;

/**
 * A model scores what models of its architecture and size (in whole billions) score on average; where there are none,
 * models of its architecture; where there are none either, all models.
 *
 * @param scale where the means are taken
 */
record ArchitectureSizeMean(Scale scale) implements Predictor {

    @Override
    public String name() {
        return "architecture+size mean";
    }

    @Override
    public Fitted fit(Problem training, Progress progress) {
        progress.check();
        return new FittedMean(means(training, scale), training.observations(), scale);
    }

    static CellMean means(Problem training, Scale scale) {
        List<Grouping> finestFirst = List.of(
                Grouping.byArchitectureAndSize(training.traits()),
                Grouping.byArchitecture(training.traits()),
                Grouping.all(training.lineage().models()));
        return new GroupMeans(finestFirst, training.observations(), scale);
    }
}
