package org.eyrie.sources.benchmarks;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way in which sources report a known benchmark.
 *
 * @param sameItems whether the parts are metrics of the same items, so that items and outcomes are those of the first
 * @param chance of a right guess, counts where the score is rescaled
 * @param note what a person should know of scores that were reported this way, or null
 */
record Way(
        Combining combining,
        double chance,
        boolean sameItems,
        List<Part> parts,
        @Nullable String note) {

    Way {
        parts = List.copyOf(parts);
    }

    /**
     * A figure that sources report.
     *
     * @param name within the benchmark, which names of items begin with
     * @param items how many it has, or null where nobody needs to know
     * @param tasks every spelling of its task, in the form of {@link Spelling#key}
     * @param pattern which setups of these
     */
    record Part(String name, @Nullable Integer items, Set<String> tasks, SetupPattern pattern) {

        Part {
            tasks = Set.copyOf(tasks);
        }
    }
}
