package org.eyrie.lrmf.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eyrie.lrmf.observation.ColumnBelief;
import org.eyrie.lrmf.observation.ColumnParameters;

/**
 * What another source makes of a benchmark. Its scores are those of the first source's column and a shift, with a noise
 * of their own: y = x · m + b + s + ε. The shift is normal around zero with the variance of the first column's noise, for
 * sources were found to differ by about as much as one source from itself; the noise is around that of the first column,
 * worth four cells. Loadings and intercept are learned from both.
 */
final class TwinLearning {

    private TwinLearning() {}

    /** What the twins of a column add to the normal equations of its loadings and intercept. */
    static void addTo(ColumnMoments sums, ColumnParameters now, int first, double[] system, double[] right) {
        int n = now.d() + 1;
        for (int t = 0; t < now.twin().length; t++) {
            if (!isTwinOf(now, t, first)) {
                continue;
            }
            double weight = 1 / now.noise()[t];
            double shift = shift(now, t);
            for (int r = 0; r < n; r++) {
                right[r] += weight * (sums.cross(t, r) - shift * sums.gram(t, r, n - 1));
                for (int c = 0; c < n; c++) {
                    system[r * n + c] += weight * sums.gram(t, r, c);
                }
            }
        }
    }

    /** Loadings of first columns for their twins, and the posterior of every shift. */
    static ColumnParameters shifted(ColumnMoments sums, ColumnParameters columns) {
        int d = columns.d();
        int n = d + 1;
        double[] loading = columns.loading().clone();
        double[] intercept = columns.intercept().clone();
        double[] spread = columns.spread().clone();
        for (int t = 0; t < columns.count(); t++) {
            if (!columns.isTwin(t)) {
                continue;
            }
            int first = columns.first(t);
            double weight = 1 / columns.noise()[t];
            double precision = 1 / columns.noise()[first] + weight * sums.gram(t, d, d);
            double off = sums.cross(t, d) - intercept[first] * sums.gram(t, d, d);
            for (int k = 0; k < d; k++) {
                off -= loading[first * d + k] * sums.gram(t, k, d);
            }
            System.arraycopy(loading, first * d, loading, t * d, d);
            System.arraycopy(spread, first * n * n, spread, t * n * n, n * n);
            intercept[t] = intercept[first] + weight * off / precision;
            spread[t * n * n + d * n + d] += 1 / precision;
        }
        return columns.withMeans(loading, intercept).withSpread(spread, columns.share());
    }

    /** The noise of a twin, given that of its first column. */
    static double noise(ColumnMoments sums, ColumnParameters columns, int twin) {
        double before = columns.noise()[columns.first(twin)];
        return (sums.residual(twin, columns) + ColumnBelief.NOISE_CELLS * before)
                / (sums.count(twin) + ColumnBelief.NOISE_CELLS);
    }

    /**
     * The noise of a column, which is also what shifts and noises of its twins are around: where ½ (A log v + B / v) and
     * what is believed of those is least.
     *
     * @param squares B without the twins
     * @param cells A without the twins
     * @param noise of the twins already
     */
    static double firstNoise(ColumnParameters columns, int first, double squares, double cells, double[] noise) {
        double[] twins = Arrays.stream(twinsOf(columns, first))
                .mapToDouble(t -> 1 / noise[t])
                .toArray();
        double b = squares;
        for (int t : twinsOf(columns, first)) {
            b += shift(columns, t) * shift(columns, t) + shiftVariance(columns, t);
        }
        double a = cells + twins.length * (1 - ColumnBelief.NOISE_CELLS);
        double c = ColumnBelief.NOISE_CELLS * Arrays.stream(twins).sum();
        return 2 * b / (a + Math.sqrt(a * a + 4 * b * c));
    }

    /** What is believed of a twin beforehand against what is believed now, up to a constant. */
    static double logPrior(ColumnParameters columns, int twin) {
        double before = columns.noise()[columns.first(twin)];
        double noise = columns.noise()[twin];
        double variance = shiftVariance(columns, twin);
        double shift = shift(columns, twin);
        return 0.5 * ColumnBelief.NOISE_CELLS * (Math.log(before / noise) - before / noise)
                + 0.5 * (Math.log(variance / before) - (shift * shift + variance) / before);
    }

    static boolean hasTwins(ColumnParameters columns, int first) {
        return columns.twin().length > 0 && twinsOf(columns, first).length > 0;
    }

    private static int[] twinsOf(ColumnParameters columns, int first) {
        return IntStream.range(0, columns.count())
                .filter(t -> isTwinOf(columns, t, first))
                .toArray();
    }

    private static boolean isTwinOf(ColumnParameters columns, int twin, int first) {
        return columns.isTwin(twin) && columns.first(twin) == first;
    }

    private static double shift(ColumnParameters columns, int twin) {
        return columns.intercept()[twin] - columns.intercept()[columns.first(twin)];
    }

    private static double shiftVariance(ColumnParameters columns, int twin) {
        int d = columns.d();
        return columns.spread(twin, d, d) - columns.spread(columns.first(twin), d, d);
    }
}
