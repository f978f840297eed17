package org.eyrie.server.cli.ask;

import org.eyrie.model.BenchmarkId;

/**
 * A benchmark and what it counts for, on the command line {@code NAME} or {@code NAME=WEIGHT}.
 *
 * @param weight 1 where none is given
 */
public record WeightedBenchmark(BenchmarkId benchmark, double weight) {

    /**
     * Reads it. A name may hold equals signs itself: only a number behind the last one is a weight.
     *
     * @throws IllegalArgumentException if the name is none
     */
    public static WeightedBenchmark of(String text) {
        int equals = text.lastIndexOf('=');
        if (equals > 0 && text.substring(equals + 1).matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?|NaN")) {
            return new WeightedBenchmark(
                    new BenchmarkId(text.substring(0, equals)), Double.parseDouble(text.substring(equals + 1)));
        }
        return new WeightedBenchmark(new BenchmarkId(text), 1);
    }
}
