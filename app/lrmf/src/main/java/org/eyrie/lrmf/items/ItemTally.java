package org.eyrie.lrmf.items;

import java.util.ArrayList;
import java.util.List;

/** Adds up how predictions of items and forecasts of benchmarks did. */
final class ItemTally {

    private static final int CLASSES = 10;

    /** No chance is taken for nearer to 0 or 1 than this: one sure mistake must not make a sum infinite. */
    private static final double SUREST = 1e-15;

    private final int[] observed;
    private final Loss[] loss;
    private final Errors[][][] errors;

    private static final class Loss {
        private double ours;
        private double baseline;
        private long cells;
        private final double[] chance = new double[CLASSES];
        private final double[] success = new double[CLASSES];
    }

    private static final class Errors {
        private double square;
        private double width;
        private int held;
        private int models;
    }

    ItemTally(int benchmarks, int[] observed) {
        this.observed = observed;
        this.loss = new Loss[benchmarks];
        this.errors = new Errors[benchmarks][2][observed.length];
        for (int b = 0; b < benchmarks; b++) {
            loss[b] = new Loss();
            for (Errors[] way : errors[b]) {
                for (int k = 0; k < observed.length; k++) {
                    way[k] = new Errors();
                }
            }
        }
    }

    void item(int benchmark, double probability, double rate, int truth) {
        Loss to = loss[benchmark];
        to.ours += logLoss(probability, truth);
        to.baseline += logLoss(rate, truth);
        to.cells++;
        int place = Math.min((int) (probability * CLASSES), CLASSES - 1);
        to.chance[place] += probability;
        to.success[place] += truth;
    }

    private static double logLoss(double chance, int truth) {
        double p = Math.max(SUREST, Math.min(1 - SUREST, chance));
        return -(truth == 1 ? Math.log(p) : Math.log1p(-p));
    }

    void forecast(int benchmark, boolean chosen, int k, BenchmarkForecast forecast, double score) {
        Errors to = errors[benchmark][chosen ? 1 : 0][k];
        to.square += (forecast.mean() - score) * (forecast.mean() - score);
        to.width += forecast.width();
        to.held += forecast.lower() <= score && score <= forecast.upper() ? 1 : 0;
        to.models++;
    }

    /** Of the benchmarks of which any item was predicted. */
    List<ItemLoss> losses(ColdOrInformed standing) {
        List<ItemLoss> losses = new ArrayList<>();
        for (int b = 0; b < loss.length; b++) {
            Loss from = loss[b];
            if (from.cells == 0) {
                continue;
            }
            double gap = 0;
            for (int c = 0; c < CLASSES; c++) {
                gap += Math.abs(from.chance[c] - from.success[c]) / from.cells;
            }
            losses.add(new ItemLoss(b, standing, from.ours / from.cells, from.baseline / from.cells, gap, from.cells));
        }
        return losses;
    }

    List<ItemTrial> trials(ColdOrInformed standing) {
        List<ItemTrial> trials = new ArrayList<>();
        for (int b = 0; b < loss.length; b++) {
            for (int k = 0; k < observed.length; k++) {
                for (boolean chosen : new boolean[] {false, true}) {
                    Errors from = errors[b][chosen ? 1 : 0][k];
                    if (from.models > 0) {
                        trials.add(new ItemTrial(
                                b,
                                standing,
                                chosen,
                                observed[k],
                                Math.sqrt(from.square / from.models),
                                (double) from.held / from.models,
                                from.width / from.models,
                                from.models));
                    }
                }
            }
        }
        return trials;
    }
}
