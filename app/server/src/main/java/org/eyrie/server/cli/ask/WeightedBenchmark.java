package org.eyrie.server.cli.ask;

import java.util.List;
import org.eyrie.engine.ask.AskedBenchmarks;
import org.eyrie.model.BenchmarkId;
import org.eyrie.server.cli.command.WrongUseException;

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

    /**
     * Looks whether weights are meant where something else than a number stands behind the equals sign.
     *
     * @param known what there is: a name that holds an equals sign itself is right where a benchmark has it
     * @throws WrongUseException if one is no number
     */
    static void checkNumbers(List<WeightedBenchmark> wanted, AskedBenchmarks known) {
        for (WeightedBenchmark each : wanted) {
            String text = each.benchmark().value();
            int equals = text.lastIndexOf('=');
            if (equals > 0 && known.find(each.benchmark()).isEmpty()) {
                String name = text.substring(0, equals).strip();
                if (!name.isEmpty() && known.find(new BenchmarkId(name)).isPresent()) {
                    throw new WrongUseException("The weight of " + name + " must be a number, not \""
                            + text.substring(equals + 1) + "\": " + name + "=2 is one.");
                }
            }
        }
    }
}
