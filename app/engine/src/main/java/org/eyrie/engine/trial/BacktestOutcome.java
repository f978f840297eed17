package org.eyrie.engine.trial;

import java.util.List;
import org.eyrie.engine.fit.Numbering;
import org.eyrie.lrmf.trial.protocol.BacktestResult;
import org.eyrie.lrmf.trial.protocol.Experiment;
import org.eyrie.lrmf.trial.protocol.LateProtocol;

/**
 * What experiments showed.
 *
 * @param numbering names of rows and columns
 * @param level share of truths that intervals should hold
 * @param seed of the splits
 * @param experiments in the order in which they were asked for; of each the last result is ours
 * @param refusals experiments that the data cannot carry, and why
 */
public record BacktestOutcome(
        Numbering numbering, double level, long seed, List<Experiment> experiments, List<String> refusals) {

    /** The experiments that ask for a block of time; they are more than one where blocks were asked for. */
    public List<Experiment> late() {
        return experiments.stream()
                .filter(experiment -> experiment.protocol().startsWith(LateProtocol.LATE))
                .toList();
    }

    /** What Eyrie reached. */
    public static BacktestResult ours(Experiment experiment) {
        return experiment.results().get(experiment.results().size() - 1);
    }

    /** What the baselines reached. */
    public static List<BacktestResult> baselines(Experiment experiment) {
        return experiment.results().subList(0, experiment.results().size() - 1);
    }
}
