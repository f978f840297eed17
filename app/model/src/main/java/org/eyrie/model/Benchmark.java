package org.eyrie.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of the score table.
 *
 * @param id its name, which differs wherever the setup does
 * @param items number of its items, at least one, or null where unknown
 * @param setup how its task is run
 */
public record Benchmark(BenchmarkId id, @Nullable Integer items, EvaluationSetup setup) {

    public Benchmark {
        if (items != null && items < 1) {
            throw new IllegalArgumentException("A benchmark has at least one item, not " + items + ": " + id);
        }
    }

    /** A benchmark of which nothing but its name is known. */
    public static Benchmark stub(BenchmarkId id) {
        return new Benchmark(id, null, EvaluationSetup.UNKNOWN);
    }

    /**
     * This benchmark, and what {@code older}, of the same id, says where nothing is known here.
     *
     * <p>Of two numbers of items the larger one counts: what saw fewer saw a part of them.
     *
     * @throws InvalidInputException if the setups contradict each other: one id would then stand for scores that
     *     cannot be compared
     */
    public Benchmark orElse(Benchmark older) {
        if (!setup.agreesWith(older.setup)) {
            throw new InvalidInputException(
                    "Benchmarks",
                    List.of(new Fault(
                            id.value(),
                            "is known as " + older.setup + ", which contradicts " + setup
                                    + ". Scores under two setups cannot be compared: give this one an id of its own")));
        }
        boolean fewer = items == null || (older.items != null && items < older.items);
        return new Benchmark(id, fewer ? older.items : items, setup.orElse(older.setup));
    }
}
