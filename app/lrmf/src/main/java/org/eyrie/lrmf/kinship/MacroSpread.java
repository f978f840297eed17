package org.eyrie.lrmf.kinship;

import java.util.List;

/**
 * How far means over tasks are off. Tasks are learned one by one, yet a sibling that does worse than foretold at one often does
 * at others: how much so, and whether deviations are as large as they claim, is seen on those that were tried, each foretold
 * without its own items.
 *
 * @param together correlation of what is off between tasks
 * @param scale of the variance; above 1 where forecasts were too sure
 */
record MacroSpread(double together, double scale) {

    /** How many siblings' worth of evidence it takes to believe in a correlation half as large as it looks. */
    private static final double CORRELATION_DOUBT = 10;

    /** The same for the scale, which is 1 until shown otherwise. */
    private static final double SCALE_DOUBT = 5;

    private static final double LEAST_SCALE = .5;
    private static final double LARGEST_SCALE = 3;

    static MacroSpread learn(List<TaskProcess> tasks, SiblingTrials trials) {
        int count = trials.siblings();
        double[][] off = new double[count][tasks.size()];
        double[][] deviation = new double[count][tasks.size()];
        double[][] noise = new double[count][tasks.size()];
        double products = 0;
        double possible = 0;
        int tried = 0;
        for (int i = 0; i < count; i++) {
            boolean any = false;
            for (int t = 0; t < tasks.size(); t++) {
                if (!tasks.get(t).has(i)) {
                    continue;
                }
                any = true;
                ChanceMoments chance = tasks.get(t).withoutOwn(i);
                int asked = trials.asked(i, t);
                off[i][t] = trials.solved(i, t) / (double) asked - chance.mean();
                deviation[i][t] = Math.sqrt(chance.variance());
                noise[i][t] = Math.max(1e-4, chance.mean() * (1 - chance.mean()) - chance.variance()) / asked;
                for (int other = 0; other < t; other++) {
                    products += off[i][t] * off[i][other];
                    possible += deviation[i][t] * deviation[i][other];
                }
            }
            tried += any ? 1 : 0;
        }
        if (tried == 0) {
            return new MacroSpread(0, 1);
        }
        double together = possible > 0 ? products / (possible * (1 + CORRELATION_DOUBT / tried)) : 0;
        together = Math.max(-.5 / tasks.size(), Math.min(.9, together));
        double squares = SCALE_DOUBT;
        for (int i = 0; i < count; i++) {
            double expected = variance(deviation[i], together) + sum(noise[i]);
            squares += expected > 0 ? square(sum(off[i])) / expected : 0;
        }
        double scale = squares / (tried + SCALE_DOUBT);
        return new MacroSpread(together, Math.max(LEAST_SCALE, Math.min(LARGEST_SCALE, scale)));
    }

    /**
     * Deviation of the mean over tasks.
     *
     * @param deviations of each task
     * @param without deviations of each task if the sibling's own items were not known; what these leave open is scaled, not
     *     what the own items say
     */
    double deviation(double[] deviations, double[] without) {
        double known = variance(deviations, together);
        double open = variance(without, together);
        double left = open > 0 ? Math.min(1, known / open) : 1;
        return Math.sqrt(known * scale / (scale * (1 - left) + left)) / deviations.length;
    }

    private static double variance(double[] deviations, double together) {
        double sum = 0;
        for (double deviation : deviations) {
            sum += deviation * deviation;
        }
        return Math.max(0, (1 - together) * sum + together * square(sum(deviations)));
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double square(double value) {
        return value * value;
    }
}
