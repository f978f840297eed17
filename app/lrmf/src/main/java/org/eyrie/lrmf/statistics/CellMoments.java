package org.eyrie.lrmf.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eyrie.lrmf.observation.ObservedCells;

/**
 * Moments of measured logits by column, and by pair of a few of the columns, the pilots, and how often each number of
 * trials occurs: what columns are like before anything is learned. Those of all models are the sum of any parts'. O(m +
 * p²) numbers for m columns and p pilots.
 */
public final class CellMoments {

    private final int[] pilots;
    /** Per column: how many, Σ y, Σ y². */
    private final double[] count;

    private final double[] sum;
    private final double[] square;
    /** Per pair of pilots (a, b), over models with both: how many, Σ y_a, Σ y_a y_b; p x p, row by row. */
    private final double[] pairs;

    private final double[] pairSum;
    private final double[] product;
    private final List<TreeMap<Double, Integer>> trials = new ArrayList<>();

    private CellMoments(int columns, int[] pilots) {
        this.pilots = pilots;
        count = new double[columns];
        sum = new double[columns];
        square = new double[columns];
        int size = pilots.length * pilots.length;
        pairs = new double[size];
        pairSum = new double[size];
        product = new double[size];
        for (int i = 0; i < columns; i++) {
            trials.add(new TreeMap<>());
        }
    }

    /** Number of measured cells of each of that many columns. */
    public static int[] counts(ObservedCells cells, int columns) {
        int[] counts = new int[columns];
        for (int column : cells.column) {
            counts[column]++;
        }
        return counts;
    }

    /**
     * Of measured cells of that many columns. O(models · pilots of a model²).
     *
     * @param pilots the columns whose pairs count, ascending
     */
    public static CellMoments of(ObservedCells cells, int columns, int[] pilots) {
        CellMoments moments = new CellMoments(columns, pilots.clone());
        int[] place = new int[columns];
        Arrays.fill(place, -1);
        for (int k = 0; k < pilots.length; k++) {
            place[pilots[k]] = k;
        }
        for (int u = 0; u < cells.models(); u++) {
            for (int a = cells.start[u]; a < cells.start[u + 1]; a++) {
                int i = cells.column[a];
                double y = cells.logit[a];
                moments.trials.get(i).merge(cells.trials[a], 1, Integer::sum);
                moments.count[i]++;
                moments.sum[i] += y;
                moments.square[i] += y * y;
                for (int b = cells.start[u]; place[i] >= 0 && b < cells.start[u + 1]; b++) {
                    if (place[cells.column[b]] >= 0) {
                        int at = place[i] * pilots.length + place[cells.column[b]];
                        moments.pairs[at]++;
                        moments.pairSum[at] += y;
                        moments.product[at] += y * cells.logit[b];
                    }
                }
            }
        }
        return moments;
    }

    /** Of both together. */
    public CellMoments plus(CellMoments other) {
        if (other.columns() != columns() || !Arrays.equals(other.pilots, pilots)) {
            throw new IllegalArgumentException(other.columns() + " columns, " + other.pilots.length
                    + " of them pilots, do not add to " + columns() + ", " + pilots.length + " of them pilots");
        }
        CellMoments both = new CellMoments(columns(), pilots);
        add(count, other.count, both.count);
        add(sum, other.sum, both.sum);
        add(square, other.square, both.square);
        add(pairs, other.pairs, both.pairs);
        add(pairSum, other.pairSum, both.pairSum);
        add(product, other.product, both.product);
        for (int i = 0; i < columns(); i++) {
            TreeMap<Double, Integer> counts = both.trials.get(i);
            trials.get(i).forEach((number, times) -> counts.merge(number, times, Integer::sum));
            other.trials.get(i).forEach((number, times) -> counts.merge(number, times, Integer::sum));
        }
        return both;
    }

    private static void add(double[] a, double[] b, double[] to) {
        for (int k = 0; k < to.length; k++) {
            to[k] = a[k] + b[k];
        }
    }

    /** Number of columns m. */
    public int columns() {
        return count.length;
    }

    /** The pilots, ascending. */
    public int[] pilots() {
        return pilots.clone();
    }

    /** Number of models measured on a column. */
    public int count(int i) {
        return (int) count[i];
    }

    /** Mean logit of a column, 0 where nothing is measured. */
    public double mean(int i) {
        return sum[i] / Math.max(count[i], 1);
    }

    /** Σ (y_i − mean_i)² of a column. */
    public double centred(int i) {
        return square[i] - sum[i] * mean(i);
    }

    /** Number of models measured on two pilots, by their place among the pilots. */
    public double pilotCount(int a, int b) {
        return pairs[a * pilots.length + b];
    }

    /** Σ (y_i − mean_i)(y_j − mean_j) over models measured on two pilots, by their place among the pilots. */
    public double pilotCentred(int a, int b) {
        double ma = mean(pilots[a]);
        double mb = mean(pilots[b]);
        return product[a * pilots.length + b]
                - mb * pairSum[a * pilots.length + b]
                - ma * pairSum[b * pilots.length + a]
                + pilotCount(a, b) * ma * mb;
    }

    /** Median of the cells' trials, the upper of two; 1 where nothing is measured. */
    public double medianTrials(int i) {
        int left = count(i) / 2;
        for (Map.Entry<Double, Integer> entry : trials.get(i).entrySet()) {
            left -= entry.getValue();
            if (left < 0) {
                return entry.getKey();
            }
        }
        return 1;
    }
}
