package org.eyrie.lrmf.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eyrie.lrmf.observation.ObservedCells;

/**
 * Moments of measured logits by column and by pair of columns, and how often each number of trials occurs: what columns
 * are like before anything is learned. Those of all models are the sum of any parts'. O(m²) numbers for m columns.
 */
public final class CellMoments {

    private final int columns;
    /** Per pair (i, j), over models with both: how many, Σ y_i, Σ y_i y_j; m x m, row by row. */
    private final double[] pairs;

    private final double[] sum;
    private final double[] product;
    private final List<TreeMap<Double, Integer>> trials = new ArrayList<>();

    private CellMoments(int columns) {
        this.columns = columns;
        int size = Math.multiplyExact(columns, columns);
        pairs = new double[size];
        sum = new double[size];
        product = new double[size];
        for (int i = 0; i < columns; i++) {
            trials.add(new TreeMap<>());
        }
    }

    /** Of measured cells of that many columns. O(models · cells of a model²). */
    public static CellMoments of(ObservedCells cells, int columns) {
        CellMoments moments = new CellMoments(columns);
        for (int u = 0; u < cells.models(); u++) {
            for (int a = cells.start[u]; a < cells.start[u + 1]; a++) {
                moments.trials.get(cells.column[a]).merge(cells.trials[a], 1, Integer::sum);
                for (int b = cells.start[u]; b < cells.start[u + 1]; b++) {
                    int at = cells.column[a] * columns + cells.column[b];
                    moments.pairs[at]++;
                    moments.sum[at] += cells.logit[a];
                    moments.product[at] += cells.logit[a] * cells.logit[b];
                }
            }
        }
        return moments;
    }

    /** Of both together. */
    public CellMoments plus(CellMoments other) {
        if (other.columns != columns) {
            throw new IllegalArgumentException(other.columns + " columns do not add to " + columns);
        }
        CellMoments both = new CellMoments(columns);
        for (int k = 0; k < pairs.length; k++) {
            both.pairs[k] = pairs[k] + other.pairs[k];
            both.sum[k] = sum[k] + other.sum[k];
            both.product[k] = product[k] + other.product[k];
        }
        for (int i = 0; i < columns; i++) {
            TreeMap<Double, Integer> counts = both.trials.get(i);
            trials.get(i).forEach((number, count) -> counts.merge(number, count, Integer::sum));
            other.trials.get(i).forEach((number, count) -> counts.merge(number, count, Integer::sum));
        }
        return both;
    }

    /** Number of columns m. */
    public int columns() {
        return columns;
    }

    /** Number of models measured on both columns, on one for i = j. */
    public double count(int i, int j) {
        return pairs[i * columns + j];
    }

    /** Mean logit of a column, 0 where nothing is measured. */
    public double mean(int i) {
        return sum[i * columns + i] / Math.max(count(i, i), 1);
    }

    /** Σ (y_i − mean_i)(y_j − mean_j) over models measured on both columns. */
    public double centred(int i, int j) {
        double mi = mean(i);
        double mj = mean(j);
        return product[i * columns + j] - mj * sum[i * columns + j] - mi * sum[j * columns + i] + count(i, j) * mi * mj;
    }

    /** Median of the cells' trials, the upper of two; 1 where nothing is measured. */
    public double medianTrials(int i) {
        int left = (int) count(i, i) / 2;
        for (Map.Entry<Double, Integer> entry : trials.get(i).entrySet()) {
            left -= entry.getValue();
            if (left < 0) {
                return entry.getKey();
            }
        }
        return 1;
    }
}
