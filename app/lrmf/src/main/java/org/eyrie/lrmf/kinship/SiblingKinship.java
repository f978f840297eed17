package org.eyrie.lrmf.kinship;

/** What was learned of siblings from trials of some of them. */
public final class SiblingKinship {

    private final SiblingTrials trials;

    private SiblingKinship(SiblingTrials trials) {
        this.trials = trials;
    }

    /**
     * Learns from those that were tried; without any, it knows nothing but that chances lie between 0 and 1.
     *
     * @throws IllegalArgumentException if descriptors and trials are of different numbers of siblings
     */
    public static SiblingKinship learn(Siblings siblings, SiblingTrials trials) {
        if (siblings.count() != trials.siblings()) {
            throw new IllegalArgumentException(
                    "Descriptors of " + siblings.count() + " siblings, trials of " + trials.siblings());
        }
        return new SiblingKinship(trials);
    }

    /** Forecasts of all siblings, tried or not. */
    public SiblingForecast foretell() {
        int siblings = trials.siblings();
        int tasks = trials.tasks();
        double[][] mean = new double[siblings][tasks];
        double[][] sd = new double[siblings][tasks];
        double[] macroMean = new double[siblings];
        double[] macroSd = new double[siblings];
        for (int t = 0; t < tasks; t++) {
            double solved = 1;
            double asked = 2;
            for (int i = 0; i < siblings; i++) {
                solved += trials.solved(i, t);
                asked += trials.asked(i, t);
            }
            for (int i = 0; i < siblings; i++) {
                double weight = 12;
                double share = (weight * solved / asked + trials.solved(i, t)) / (weight + trials.asked(i, t));
                mean[i][t] = share;
                sd[i][t] = Math.sqrt(share * (1 - share) / (weight + trials.asked(i, t) + 1));
                macroMean[i] += share / tasks;
                macroSd[i] += sd[i][t] * sd[i][t] / tasks / tasks;
            }
        }
        for (int i = 0; i < siblings; i++) {
            macroSd[i] = Math.sqrt(macroSd[i]);
        }
        return new SiblingForecast(mean, sd, macroMean, macroSd);
    }
}
