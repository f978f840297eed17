package org.eyrie.spark;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.simulate.Simulation;

/**
 * Outcomes that no fit saw, of models of which it saw others.
 *
 * @param model row of each
 * @param item column of each
 * @param right 1 for a success, 0 for a failure
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
record HiddenOutcomes(int[] model, int[] item, double[] right) {

    /** No forecast is surer than this: least squares knows no bounds. */
    private static final double SURE = 0.005;

    /** How likely a model is to be right on an item. */
    @FunctionalInterface
    interface Forecast {
        double of(int model, int item);
    }

    /** How good forecasts were: mean log-loss, mean squared error, share that fell on the right side of one half. */
    record Judged(double logLoss, double brier, double accuracy) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.4f %.4f %.4f", logLoss, brier, accuracy);
        }
    }

    static HiddenOutcomes of(Simulation simulation) {
        Observations all = simulation.heldOut();
        int[] warm = IntStream.range(0, all.model().length)
                .filter(c -> !simulation.isCold(all.model()[c]))
                .toArray();
        return new HiddenOutcomes(
                Arrays.stream(warm).map(c -> all.model()[c]).toArray(),
                Arrays.stream(warm).map(c -> all.column()[c]).toArray(),
                Arrays.stream(warm).mapToDouble(c -> all.score()[c]).toArray());
    }

    int count() {
        return model.length;
    }

    Judged judged(Forecast forecast) {
        double log = 0;
        double square = 0;
        int hits = 0;
        for (int c = 0; c < model.length; c++) {
            double p = Math.min(1 - SURE, Math.max(SURE, forecast.of(model[c], item[c])));
            log -= right[c] > 0.5 ? Math.log(p) : Math.log1p(-p);
            square += (right[c] - p) * (right[c] - p);
            hits += p > 0.5 == right[c] > 0.5 ? 1 : 0;
        }
        return new Judged(log / model.length, square / model.length, (double) hits / model.length);
    }
}
