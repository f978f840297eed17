package org.eyrie.model.development;

import org.jspecify.annotations.Nullable;

/**
 * An order and what became of it.
 *
 * @param worker who took it last; null where nobody did
 * @param seconds since then; 0 where nobody did
 * @param run its outcomes; null where there are none
 * @param failure why it came to nothing; null where it did not
 */
public record GivenOrder(
        RunOrder order,
        @Nullable String worker,
        double seconds,
        @Nullable ItemRun run,
        @Nullable FailedRun failure) {

    /** Whether it waits for its answer. */
    public boolean isOpen() {
        return run == null && failure == null;
    }
}
