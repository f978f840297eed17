package org.eyrie.store.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of values that JSON can carry: text, numbers, booleans, lists, maps, null.
 *
 * <p>A node is a map of {@code kind}, {@code id}, {@code labels}, {@code properties}; a relationship of {@code kind},
 * {@code id}, {@code type}, {@code from}, {@code to}, {@code properties}; a path of {@code kind}, {@code nodes},
 * {@code relationships}. Dates and times are ISO 8601 text.
 *
 * @param columns names in their order
 * @param rows as many values each as there are columns
 * @param truncated whether there were more rows than asked for
 */
public record QueryResult(List<String> columns, List<List<@Nullable Object>> rows, boolean truncated) {

    public QueryResult {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
