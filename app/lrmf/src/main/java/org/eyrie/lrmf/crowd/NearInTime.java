package org.eyrie.lrmf.crowd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Means over models of one kind by how near in time they were published, each counting less the further off its day. */
final class NearInTime {

    /** Kinds that are looked at. */
    private static final int[] KINDS = {KindKeys.AUTHOR, KindKeys.AUTHOR_AND_SHAPE, KindKeys.SHAPE};

    /** Numbers it fills in: per kind a mean, and how many models it is of, each as much as it counts. */
    static final int FEATURES = 2 * 3;

    /** Days in which a model's say falls to a third. */
    private static final double FADING = 15;

    /** Days after which it has none. */
    private static final int FURTHEST = 90;

    private static final double[] SAY = new double[FURTHEST + 1];

    static {
        Arrays.setAll(SAY, days -> Math.exp(-days / FADING));
    }

    /** By kind and its number, the days on which models were published, rising. */
    private final List<Map<Integer, Days>> days = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // structure of arrays
    private record Days(double[] day, double[] sum, int[] count) {}

    /**
     * @param logit per member, NaN where there is none or it is hidden
     * @param day per member, NaN where unknown
     */
    NearInTime(double[] logit, double[] day, KindKeys kinds) {
        for (int kind : KINDS) {
            Map<Integer, TreeMap<Double, double[]>> found = new HashMap<>();
            for (int u = 0; u < logit.length; u++) {
                int of = kinds.of(u)[kind];
                if (of >= 0 && !Double.isNaN(logit[u]) && !Double.isNaN(day[u])) {
                    double[] sums = found.computeIfAbsent(of, unknown -> new TreeMap<>())
                            .computeIfAbsent(day[u], unknown -> new double[2]);
                    sums[0] += logit[u];
                    sums[1]++;
                }
            }
            Map<Integer, Days> sorted = new HashMap<>();
            found.forEach((of, sums) -> sorted.put(
                    of,
                    new Days(
                            sums.keySet().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray(),
                            sums.values().stream().mapToDouble(each -> each[0]).toArray(),
                            sums.values().stream()
                                    .mapToInt(each -> (int) each[1])
                                    .toArray())));
            days.add(sorted);
        }
    }

    /**
     * Fills in what is known around a day.
     *
     * @param kind as in {@link Tie}
     * @param own the model's own logit if it is among those that are known, else NaN
     */
    void fill(int[] kind, double day, double own, double[] row, int at) {
        for (int k = 0; k < KINDS.length; k++) {
            Days known =
                    kind[KINDS[k]] < 0 || Double.isNaN(day) ? null : days.get(k).get(kind[KINDS[k]]);
            row[at + 2 * k] = Double.NaN;
            if (known != null) {
                fill(known, day, own, row, at + 2 * k);
            }
        }
    }

    private static void fill(Days known, double day, double own, double[] row, int at) {
        double sum = 0;
        double say = 0;
        int from = Arrays.binarySearch(known.day(), day - FURTHEST);
        for (int k = from < 0 ? -from - 1 : from; k < known.day().length && known.day()[k] <= day + FURTHEST; k++) {
            boolean within = known.day()[k] == day && !Double.isNaN(own);
            int count = known.count()[k] - (within ? 1 : 0);
            if (count > 0) {
                double each = SAY[(int) Math.abs(known.day()[k] - day)];
                sum += each * (known.sum()[k] - (within ? own : 0));
                say += each * count;
            }
        }
        row[at] = sum / say; // NaN where there is none
        row[at + 1] = say;
    }
}
