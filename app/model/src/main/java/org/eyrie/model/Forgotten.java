package org.eyrie.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was taken back, or would be.
 *
 * @param removed facts that are gone; of models those that vanished
 * @param restored facts that are again what they were before
 * @param stubs models of which only the name stays, because something else speaks of them
 * @param predictions predictions that went with their model or benchmark
 * @param kept how many facts stay because a later import changed them since
 * @param listed those facts, {@link HistoryStore#LISTED} at most, each with what changed it
 * @param dryRun whether nothing was changed
 */
public record Forgotten(
        Counts removed, Counts restored, long stubs, long predictions, long kept, List<Fault> listed, boolean dryRun) {

    /** Nothing. */
    public static final Forgotten NOTHING = new Forgotten(Counts.NONE, Counts.NONE, 0, 0, 0, List.of(), false);

    public Forgotten {
        listed = List.copyOf(listed);
    }

    public Forgotten plus(Forgotten other) {
        return new Forgotten(
                removed.plus(other.removed),
                restored.plus(other.restored),
                stubs + other.stubs,
                predictions + other.predictions,
                kept + other.kept,
                Stream.concat(listed.stream(), other.listed.stream())
                        .limit(HistoryStore.LISTED)
                        .toList(),
                dryRun || other.dryRun);
    }

    /** The same, of a dry run or not. */
    public Forgotten withDryRun(boolean value) {
        return new Forgotten(removed, restored, stubs, predictions, kept, listed, value);
    }

    /** How many facts of each kind. */
    public record Counts(long models, long derivations, long benchmarks, long scores, long recipes) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        public Counts plus(Counts other) {
            return new Counts(
                    models + other.models,
                    derivations + other.derivations,
                    benchmarks + other.benchmarks,
                    scores + other.scores,
                    recipes + other.recipes);
        }

        /** Of all kinds together. */
        public long all() {
            return models + derivations + benchmarks + scores + recipes;
        }
    }
}
