package org.eyrie.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import that changed something. Those that found everything as it was have no number, since there is nothing of them to
 * take back.
 *
 * @param number counts up from one
 * @param source what was read, as {@link Provenance#source} has it
 * @param startedAt when it began
 * @param finishedAt when it ended, or null where it runs or broke off
 * @param state how far it is
 * @param written facts it created and changed; of what it found unchanged nothing is kept
 * @param notes what a person was told, in lines
 */
public record PastImport(
        long number,
        String source,
        Instant startedAt,
        @Nullable Instant finishedAt,
        State state,
        WriteSummary written,
        List<String> notes) {

    /** How many lines of notes are kept at most. */
    public static final int MOST_NOTES = 200;

    public PastImport {
        notes = List.copyOf(notes);
    }

    /** How far an import is. */
    public enum State {
        /** It has not ended: it runs, or it broke off. */
        RUNNING,
        /** It came to its end. */
        FINISHED,
        /** Somebody takes it back, or began to: taking it back again completes that. */
        UNDOING,
        /** It was taken back. */
        UNDONE
    }
}
