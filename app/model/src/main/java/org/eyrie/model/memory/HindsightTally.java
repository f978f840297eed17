package org.eyrie.model.memory;

import java.util.List;
import java.util.TreeMap;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Hindsight;

/** Sums over scores that came after predictions of them. */
final class HindsightTally {

    private static final int SCORES = 0;
    private static final int HELD = 1;
    private static final int LEVEL = 2;
    private static final int ERRORS = 3;
    private static final int SQUARES = 4;

    private final TreeMap<BenchmarkId, double[]> sums = new TreeMap<>();

    HindsightTally plus(HindsightTally other) {
        HindsightTally both = new HindsightTally();
        List.of(this, other)
                .forEach(tally -> tally.sums.forEach((benchmark, sum) ->
                        both.add(benchmark, sum[SCORES], sum[HELD], sum[LEVEL], sum[ERRORS], sum[SQUARES])));
        return both;
    }

    void add(BenchmarkId benchmark, double scores, double held, double level, double errors, double squares) {
        double[] sum = sums.computeIfAbsent(benchmark, key -> new double[SQUARES + 1]);
        sum[SCORES] += scores;
        sum[HELD] += held;
        sum[LEVEL] += level;
        sum[ERRORS] += errors;
        sum[SQUARES] += squares;
    }

    List<Hindsight> told() {
        return sums.entrySet().stream()
                .map(entry -> Hindsight.of(
                        entry.getKey(),
                        (long) entry.getValue()[SCORES],
                        entry.getValue()[HELD],
                        entry.getValue()[LEVEL],
                        entry.getValue()[ERRORS],
                        entry.getValue()[SQUARES]))
                .toList();
    }
}
