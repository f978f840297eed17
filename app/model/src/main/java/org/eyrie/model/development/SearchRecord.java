package org.eyrie.model.development;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a search did so far. Policies are functions of it and of nothing else, so whoever was killed goes on by reading it.
 *
 * @param proposals by round and ordinal
 * @param orders all that were ever given, done or not, by number, as are runs and failures in whatever order they came
 * @param seconds of the clock that were spent on it so far
 * @param leader id of the program that was chosen; null before the end
 */
public record SearchRecord(
        DevelopmentPlan plan,
        List<Proposal> proposals,
        List<RunOrder> orders,
        List<ItemRun> runs,
        List<FailedRun> failures,
        double seconds,
        SearchState state,
        @Nullable String leader) {

    public SearchRecord {
        proposals = List.copyOf(proposals);
        orders = List.copyOf(orders);
        runs = List.copyOf(runs);
        failures = List.copyOf(failures);
    }

    /** Item evaluations that were paid for. */
    public long spent() {
        return runs.stream().mapToLong(run -> run.items().size()).sum();
    }
}
