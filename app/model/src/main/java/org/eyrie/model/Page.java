package org.eyrie.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /**
     * The first {@code limit} of some rows; there is a next page if there are more.
     *
     * @param rows at least one more than the limit, where there are as many
     * @param cursor the cursor behind a row
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        return rows.size() <= limit
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, limit), cursor.apply(rows.get(limit - 1)));
    }

    public Optional<String> next() {
        return Optional.ofNullable(nextCursor);
    }
}
