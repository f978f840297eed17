package org.eyrie.lrmf.items;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eyrie.lrmf.math.IsotonicRegression;
import org.eyrie.lrmf.math.Normal;

/**
 * How many of its own deviations a forecast of a whole benchmark errs by, per benchmark, standing and how much is open
 * still: quantiles of errors on models whose outcomes the columns had not seen (cross-conformal; Vovk et al. 2005).
 *
 * <p>Needed because items hang together in more ways than a few skills tell: without, 90 % intervals from 100 items
 * held 77 to 87 % of the truths. What is open, the deviation as a share of that before any item was run, says more of that
 * than the number of items: few that were chosen tell as much as many at random, and mislead as much.
 */
final class ForecastCalibration {

    /** Shares of the deviation that quantiles are kept at; between them they are interpolated in the logarithm. */
    static final double[] OPEN = {1, .85, .65, .5, .35, .25, .17, .11};

    /** Quantiles kept: of the probabilities .50, .51, ..., .99. */
    static final int POINTS = 50;

    private static final double LEAST_LEVEL = 0.5;
    private static final double MOST_LEVEL = 0.99;

    /** Fewer errors than these say nothing about tails; those of all benchmarks together stand in. */
    private static final double ENOUGH = 40;

    final int benchmarks;
    /** Per benchmark, standing and share POINTS quantiles of |error| / deviation. */
    final double[] quantile;

    ForecastCalibration(int benchmarks, double[] quantile) {
        if (quantile.length != benchmarks * ColdOrInformed.COUNT * OPEN.length * POINTS) {
            throw new IllegalArgumentException(quantile.length + " quantiles do not fit " + benchmarks + " benchmarks");
        }
        this.benchmarks = benchmarks;
        this.quantile = quantile;
    }

    /**
     * How a forecast erred.
     *
     * @param open its deviation, as a share of that before any item was run
     * @param size |error| / deviation
     */
    record Miss(int benchmark, ColdOrInformed standing, double open, double size) {}

    /** Nothing is known of errors: they are normal. */
    static ForecastCalibration none(int benchmarks) {
        return of(benchmarks, List.of());
    }

    static ForecastCalibration of(int benchmarks, List<Miss> errors) {
        double[] quantile = new double[benchmarks * ColdOrInformed.COUNT * OPEN.length * POINTS];
        List<Miss> sorted =
                errors.stream().sorted(Comparator.comparingDouble(Miss::size)).toList();
        for (ColdOrInformed standing : ColdOrInformed.values()) {
            List<Miss> all =
                    sorted.stream().filter(each -> each.standing() == standing).toList();
            for (int b = 0; b < benchmarks; b++) {
                int benchmark = b;
                List<Miss> own = all.stream()
                        .filter(each -> each.benchmark() == benchmark)
                        .toList();
                Sample before = new Sample(List.of(), 0);
                double[] weight = new double[OPEN.length];
                for (int k = 0; k < OPEN.length; k++) {
                    Sample sample = Sample.at(own, k);
                    if (sample.weight() < ENOUGH) {
                        sample = Sample.at(all, k);
                    }
                    // where nobody got, the last share stands
                    before = sample.weight() < ENOUGH ? before : sample;
                    before.write(quantile, at(b, standing, k));
                    weight[k] = Math.max(1, before.weight());
                }
                narrowing(quantile, at(b, standing, 0), weight);
            }
        }
        return new ForecastCalibration(benchmarks, quantile);
    }

    /**
     * Less open never means a wider interval. By themselves the quantiles of neighbouring shares come from different
     * errors, those of some benchmarks and those of all, and what chance makes of them may grow faster than what is open
     * falls: then the errors of these shares speak together.
     */
    private static void narrowing(double[] quantile, int offset, double[] weight) {
        double[] width = new double[OPEN.length];
        for (int p = 0; p < POINTS; p++) {
            for (int k = 0; k < OPEN.length; k++) {
                width[k] = OPEN[k] * quantile[offset + k * POINTS + p];
            }
            double[] falling = IsotonicRegression.falling(width, weight);
            for (int k = 0; k < OPEN.length; k++) {
                quantile[offset + k * POINTS + p] = falling[k] / OPEN[k];
            }
        }
    }

    private static int at(int benchmark, ColdOrInformed standing, int share) {
        return ((benchmark * ColdOrInformed.COUNT + standing.code()) * OPEN.length + share) * POINTS;
    }

    /** Errors in ascending order, each with a weight: the nearer to a share the more. */
    private record Sample(List<Weighted> errors, double weight) {

        record Weighted(double size, double weight) {}

        static Sample at(List<Miss> errors, int share) {
            List<Weighted> weighted = new ArrayList<>();
            double sum = 0;
            for (Miss each : errors) {
                double weight = 1 - Math.abs(place(each.open()) - share);
                if (weight > 0) {
                    weighted.add(new Weighted(each.size(), weight));
                    sum += weight;
                }
            }
            return new Sample(weighted, sum);
        }

        void write(double[] to, int offset) {
            // one further error stays below with that probability
            double whole = weight + weight / Math.max(1, errors.size());
            int next = 0;
            double below = 0;
            for (int p = 0; p < POINTS; p++) {
                double probability = LEAST_LEVEL + p * 0.01;
                while (next < errors.size() && below < probability * whole) {
                    below += errors.get(next++).weight();
                }
                to[offset + p] = next == 0
                        ? Normal.quantile((1 + probability) / 2)
                        : errors.get(next - 1).size();
            }
        }
    }

    /** Where a share lies among {@link #OPEN}: 0 at the first, 1.5 between the second and the third. */
    private static double place(double open) {
        int below = 0;
        while (below < OPEN.length - 1 && OPEN[below + 1] >= open) {
            below++;
        }
        if (open >= OPEN[below] || below == OPEN.length - 1) {
            return below;
        }
        return below + Math.log(OPEN[below] / open) / Math.log(OPEN[below] / OPEN[below + 1]);
    }

    /**
     * Deviations to either side that hold that share of the truths.
     *
     * @param open the forecast's deviation, as a share of that before any item was run
     * @param level .5 to .99
     * @throws IllegalArgumentException if the level is another: nothing is known of such quantiles
     */
    double reach(int benchmark, ColdOrInformed standing, double open, double level) {
        if (!(level >= LEAST_LEVEL && level <= MOST_LEVEL)) {
            throw new IllegalArgumentException("Intervals are calibrated for levels of .5 to .99, not of " + level);
        }
        double place = place(open);
        int below = (int) place;
        double low = at(at(benchmark, standing, below), level);
        double high = at(at(benchmark, standing, Math.min(below + 1, OPEN.length - 1)), level);
        // In the logarithm, as places are: so that between two shares, too, an interval narrows as they do.
        return low > 0 ? low * Math.pow(high / low, place - below) : low;
    }

    private double at(int offset, double level) {
        double place = (level - LEAST_LEVEL) * 100;
        int below = Math.min((int) (place + 1e-9), POINTS - 1);
        int above = Math.min(below + 1, POINTS - 1);
        double share = Math.max(0, place - below);
        return quantile[offset + below] + share * (quantile[offset + above] - quantile[offset + below]);
    }
}
