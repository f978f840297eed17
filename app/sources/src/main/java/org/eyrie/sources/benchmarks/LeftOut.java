package org.eyrie.sources.benchmarks;

import java.util.Set;
import org.eyrie.model.BenchmarkId;
import org.jspecify.annotations.Nullable;

/**
 * Figures that are no benchmark of their own.
 *
 * @param tasks every spelling, in the form of {@link Spelling#key}
 * @param pattern which setups of these
 * @param instead the known benchmark that says the same better, or null: where that one has a score of the model, nothing
 *     is lost
 * @param kept whether they are taken after all where {@code instead} has no score
 * @param why for the note
 */
record LeftOut(
        Set<String> tasks, SetupPattern pattern, @Nullable BenchmarkId instead, boolean kept, String why) {

    LeftOut {
        tasks = Set.copyOf(tasks);
    }
}
