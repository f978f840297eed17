package org.eyrie.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list.
 *
 * @param rows this part, in the list's total order
 * @param nextCursor what to hand in for the next part, or null at the end
 */
public record Page<T>(List<T> rows, @Nullable String nextCursor) {

    public Page {
        rows = List.copyOf(rows);
    }

    public Optional<String> next() {
        return Optional.ofNullable(nextCursor);
    }
}
