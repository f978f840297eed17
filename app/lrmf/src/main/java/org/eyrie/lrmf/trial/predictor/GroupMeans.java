package org.eyrie.lrmf.trial.predictor;

import java.util.List;
import org.eyrie.lrmf.problem.Observations;

/**
 * Means per group and column, from the finest of several groupings that has any: the first is asked first. Where none
 * has any, the mean of all cells is the answer, and zero where there are no cells.
 */
final class GroupMeans implements CellMean {

    private final List<Grouping> groupings;
    private final int columns;
    private final double[][] sum;
    private final int[][] count;
    private double total;
    private long cells;

    GroupMeans(List<Grouping> groupings, Observations observations, Scale scale) {
        this.groupings = groupings;
        this.columns = observations.columns();
        this.sum = new double[groupings.size()][];
        this.count = new int[groupings.size()][];
        for (int g = 0; g < groupings.size(); g++) {
            sum[g] = new double[Math.multiplyExact(groupings.get(g).groups(), columns)];
            count[g] = new int[sum[g].length];
        }
        for (int c = 0; c < observations.cells(); c++) {
            add(
                    observations.model()[c],
                    observations.column()[c],
                    scale.of(observations.score()[c]));
        }
    }

    private void add(int model, int column, double value) {
        for (int g = 0; g < sum.length; g++) {
            int at = at(g, model, column);
            sum[g][at] += value;
            count[g][at]++;
        }
        total += value;
        cells++;
    }

    @Override
    public int sources() {
        return groupings.size() + 1;
    }

    @Override
    public Guess at(int model, int column, double own) {
        int left = Double.isNaN(own) ? 0 : 1;
        for (int g = 0; g < sum.length; g++) {
            int at = at(g, model, column);
            if (count[g][at] > left) {
                return new Guess((sum[g][at] - (left == 0 ? 0 : own)) / (count[g][at] - left), g);
            }
        }
        double rest = cells > left ? (total - (left == 0 ? 0 : own)) / (cells - left) : 0;
        return new Guess(rest, sum.length);
    }

    private int at(int grouping, int model, int column) {
        return groupings.get(grouping).group()[model] * columns + column;
    }
}
