package org.eyrie.lrmf.crowd;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Measured models by the day on which they were published, cut into periods of as many models each, after the first fifth,
 * of which nothing older tells.
 */
final class TimeOrder {

    /** Number of periods. */
    private static final int PERIODS = 10;

    /** The first period that is foretold from those before it, to see how well that goes. */
    static final int FIRST_FORETOLD = 4;

    private static final double FIRST = 0.2;

    private final int[] period;
    private final double[] begin;

    /**
     * @param day per model, NaN where unknown
     * @param measured per model
     */
    TimeOrder(double[] day, boolean[] measured) {
        double[] sorted = IntStream.range(0, day.length)
                .filter(u -> measured[u] && !Double.isNaN(day[u]))
                .mapToDouble(u -> day[u])
                .sorted()
                .toArray();
        begin = sorted.length == 0
                ? sorted
                : IntStream.range(0, PERIODS)
                        .mapToDouble(p -> sorted[(int) (sorted.length * (FIRST + (1 - FIRST) * p / PERIODS))])
                        .toArray();
        period = IntStream.range(0, day.length)
                .map(u -> measured[u] ? periodOf(day[u]) : -1)
                .toArray();
    }

    private int periodOf(double day) {
        int found = -1;
        for (int p = 0; p < begin.length && day >= begin[p]; p++) {
            found = p;
        }
        return found;
    }

    /** How many there are: none where no day is known. */
    int periods() {
        return begin.length;
    }

    /** Days on which the periods begin that are foretold. */
    double[] foretold() {
        return begin.length == 0 ? begin : Arrays.copyOfRange(begin, FIRST_FORETOLD, begin.length);
    }

    /** Day on which a period begins. */
    double begin(int ofPeriod) {
        return begin[ofPeriod];
    }

    /** Which period a model is of; -1 where it is of none. */
    int of(int model) {
        return period[model];
    }
}
