package org.eyrie.boosting;

import java.util.Arrays;
import java.util.Comparator;
import org.eyrie.lrmf.math.Groups;

/** Means of a column over models of one kind, without the model that asks, and of older ones only where that is wanted. */
final class KindMeans {

    private final Kinds kinds;
    private final ModelScores scores;
    private final int column;
    /** Measured models, kind after kind, early ones first; those without a date at the end. */
    private final int[] start;

    private final double[] day;
    private final double[] sumBefore;

    KindMeans(Kinds kinds, ModelScores scores, int column) {
        this.kinds = kinds;
        this.scores = scores;
        this.column = column;
        int[] measured = Arrays.stream(scores.measured(column))
                .filter(u -> kinds.of()[u] >= 0)
                .boxed()
                .sorted(Comparator.comparingDouble(scores::day))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] kind = Arrays.stream(measured).map(u -> kinds.of()[u]).toArray();
        Groups groups = Groups.of(kind, kinds.kinds());
        start = groups.starts();
        int[] order = Arrays.stream(groups.items()).map(k -> measured[k]).toArray();
        day = Arrays.stream(order).mapToDouble(scores::day).toArray();
        sumBefore = new double[order.length + 1];
        for (int k = 0; k < order.length; k++) {
            sumBefore[k + 1] = sumBefore[k] + scores.at(order[k], column);
        }
    }

    /**
     * Appends mean and number.
     *
     * @param past whether only models count that are older than this one
     */
    void append(int model, boolean past, DoubleRow row) {
        int kind = kinds.of()[model];
        if (kind < 0) {
            row.add(Double.NaN);
            row.add(0);
            return;
        }
        int from = start[kind];
        int to = past ? firstNotBefore(from, start[kind + 1], scores.day(model)) : start[kind + 1];
        double own = scores.at(model, column);
        boolean within = !past && !Double.isNaN(own);
        int count = to - from - (within ? 1 : 0);
        double sum = sumBefore[to] - sumBefore[from] - (within ? own : 0);
        row.add(count == 0 ? Double.NaN : sum / count);
        row.add(count);
    }

    private int firstNotBefore(int from, int to, double date) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (day[middle] < date) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
