package org.eyrie.lrmf.items;

import java.util.Arrays;

/**
 * How many of its own deviations a forecast of a whole benchmark errs by, per benchmark, standing and number of observed
 * items: quantiles of errors on models whose outcomes the columns had not seen (cross-conformal; Vovk et al. 2005).
 *
 * <p>Needed because items hang together in more ways than a few skills tell: without, 90 % intervals from 100 items
 * held 77 to 87 % of the truths.
 */
final class ForecastCalibration {

    /** Numbers of observed items that are calibrated; between them quantiles are interpolated in the logarithm. */
    static final int[] OBSERVED = {0, 10, 30, 100, 300};

    /** Quantiles kept: of the probabilities .50, .51, ..., .99. */
    static final int POINTS = 50;

    /** Fewer errors than these say nothing about tails; those of all benchmarks together stand in. */
    private static final int ENOUGH = 40;

    final int benchmarks;
    /** Per benchmark, standing and number of items POINTS quantiles of |error| / deviation. */
    final double[] quantile;

    ForecastCalibration(int benchmarks, double[] quantile) {
        if (quantile.length != benchmarks * Standing.COUNT * OBSERVED.length * POINTS) {
            throw new IllegalArgumentException(quantile.length + " quantiles do not fit " + benchmarks + " benchmarks");
        }
        this.benchmarks = benchmarks;
        this.quantile = quantile;
    }

    static int cell(int benchmark, Standing standing, int observed) {
        return (benchmark * Standing.COUNT + standing.code()) * OBSERVED.length + observed;
    }

    /** @param error per {@link #cell}, |error| / deviation in any order; none where so many items would be too many */
    static ForecastCalibration of(int benchmarks, double[][] error) {
        double[] quantile = new double[error.length * POINTS];
        for (int b = 0; b < benchmarks; b++) {
            for (Standing standing : Standing.values()) {
                double[] before = new double[0];
                for (int k = 0; k < OBSERVED.length; k++) {
                    int cell = cell(b, standing, k);
                    double[] sample =
                            error[cell].length >= ENOUGH ? error[cell] : pooled(benchmarks, error, standing, k);
                    // beyond the largest number that was tried the last one stands
                    double[] used = sample.length == 0 ? before : sample;
                    write(used.clone(), quantile, cell * POINTS);
                    before = used;
                }
            }
        }
        return new ForecastCalibration(benchmarks, quantile);
    }

    private static double[] pooled(int benchmarks, double[][] error, Standing standing, int k) {
        double[] all = new double[0];
        for (int b = 0; b < benchmarks; b++) {
            double[] one = error[cell(b, standing, k)];
            int at = all.length;
            all = Arrays.copyOf(all, at + one.length);
            System.arraycopy(one, 0, all, at, one.length);
        }
        return all;
    }

    private static void write(double[] sample, double[] to, int offset) {
        Arrays.sort(sample);
        for (int p = 0; p < POINTS; p++) {
            double probability = 0.5 + p * 0.01;
            // the rank that a further error stays below with that probability
            int rank = (int) Math.ceil((sample.length + 1) * probability) - 1;
            to[offset + p] = sample.length == 0
                    ? Normal.quantile((1 + probability) / 2)
                    : sample[Math.min(Math.max(rank, 0), sample.length - 1)];
        }
    }

    /**
     * Deviations to either side that hold that share of the truths.
     *
     * @param level .5 to .99
     * @param observed how many items were seen
     */
    double reach(int benchmark, Standing standing, int observed, double level) {
        int above = 0;
        while (above < OBSERVED.length - 1 && OBSERVED[above] < observed) {
            above++;
        }
        double high = at(cell(benchmark, standing, above), level);
        if (above == 0 || OBSERVED[above] <= observed) {
            return high;
        }
        double low = at(cell(benchmark, standing, above - 1), level);
        double from = Math.log1p(OBSERVED[above - 1]);
        double share = (Math.log1p(observed) - from) / (Math.log1p(OBSERVED[above]) - from);
        return low + share * (high - low);
    }

    private double at(int cell, double level) {
        double place = (level - 0.5) * 100;
        int below = Math.min((int) (place + 1e-9), POINTS - 1);
        int above = Math.min(below + 1, POINTS - 1);
        double share = Math.max(0, place - below);
        return quantile[cell * POINTS + below]
                + share * (quantile[cell * POINTS + above] - quantile[cell * POINTS + below]);
    }
}
