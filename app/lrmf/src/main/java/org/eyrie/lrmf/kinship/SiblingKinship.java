package org.eyrie.lrmf.kinship;

import java.util.ArrayList;
import java.util.List;

/**
 * What was learned of siblings from trials of some of them.
 *
 * <p>Each task has a Gaussian process of its own on logits, whose kernel learns from that task's outcomes how much each kernel
 * and part of the descriptors matters, and how much is a sibling's own. Those that were tried are drawn towards their kin as
 * far as their own items leave it open. Costs grow with the cube of those tried, up to 400, and with their square for each
 * forecast.
 */
public final class SiblingKinship {

    private final Siblings siblings;
    private final SiblingTrials trials;
    private final List<TaskProcess> tasks;

    private SiblingKinship(Siblings siblings, SiblingTrials trials, List<TaskProcess> tasks) {
        this.siblings = siblings;
        this.trials = trials;
        this.tasks = tasks;
    }

    /**
     * Learns from those that were tried; without any, it knows nothing but that chances lie between 0 and 1. Equal input gives
     * equal forecasts.
     *
     * @throws IllegalArgumentException if descriptors and trials are of different numbers of siblings
     */
    public static SiblingKinship learn(Siblings siblings, SiblingTrials trials) {
        if (siblings.count() != trials.siblings()) {
            throw new IllegalArgumentException(
                    "Descriptors of " + siblings.count() + " siblings, trials of " + trials.siblings());
        }
        List<TaskProcess> tasks = new ArrayList<>();
        for (int t = 0; t < trials.tasks(); t++) {
            tasks.add(TaskProcess.learn(siblings, trials, t));
        }
        return new SiblingKinship(siblings, trials, tasks);
    }

    /** Forecasts of all siblings, tried or not. */
    public SiblingForecast foretell() {
        int count = trials.siblings();
        double[][] mean = new double[count][tasks.size()];
        double[][] sd = new double[count][tasks.size()];
        double[] macroMean = new double[count];
        double[] macroSd = new double[count];
        MacroSpread spread = MacroSpread.learn(tasks, trials);
        double[] without = new double[tasks.size()];
        for (int i = 0; i < count; i++) {
            Siblings.Nearness near = siblings.from(i);
            for (int t = 0; t < tasks.size(); t++) {
                TaskProcess task = tasks.get(t);
                ChanceMoments chance = task.foretell(i, near);
                mean[i][t] = chance.mean();
                sd[i][t] = Math.sqrt(chance.variance());
                macroMean[i] += chance.mean() / tasks.size();
                without[t] = task.has(i) ? Math.sqrt(task.withoutOwn(i).variance()) : sd[i][t];
            }
            macroSd[i] = spread.deviation(sd[i], without);
        }
        return new SiblingForecast(mean, sd, macroMean, macroSd);
    }
}
