package org.eyrie.lrmf.peers;

import java.util.Locale;
import org.eyrie.lrmf.outcomes.OutcomeModel;

/**
 * Cells that a fit does not see, in parallel arrays.
 *
 * @param outcome 1 correct, 0 wrong
 * @param truth true probability of 1
 * @param cold per model, 1 where none of its cells is seen
 */
@SuppressWarnings("ArrayRecordComponent")
record HeldOut(int[] model, int[] item, byte[] outcome, float[] truth, byte[] cold) {

    private static final double NEVER = 1e-9;

    /** A chance for every held-out cell. */
    interface Chance {
        double of(int cell);
    }

    /** Log-loss and Brier score, of models with seen cells and of models with none. */
    record Loss(double logWarm, double logCold, double brierWarm, double brierCold) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.4f %.4f %.4f %.4f", logWarm, logCold, brierWarm, brierCold);
        }
    }

    Loss loss(OutcomeModel fitted) {
        return loss(cell -> fitted.probability(model[cell], item[cell]));
    }

    /** Of the true probabilities: as good as it gets. */
    Loss loss() {
        return loss(cell -> truth[cell]);
    }

    private Loss loss(Chance chance) {
        double[] log = new double[2];
        double[] square = new double[2];
        long[] count = new long[2];
        for (int cell = 0; cell < model.length; cell++) {
            double p = Math.min(1 - NEVER, Math.max(NEVER, chance.of(cell)));
            int kind = cold[model[cell]];
            log[kind] -= outcome[cell] == 1 ? Math.log(p) : Math.log1p(-p);
            square[kind] += (outcome[cell] - p) * (outcome[cell] - p);
            count[kind]++;
        }
        return new Loss(log[0] / count[0], log[1] / count[1], square[0] / count[0], square[1] / count[1]);
    }
}
