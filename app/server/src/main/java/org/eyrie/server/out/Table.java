package org.eyrie.server.out;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows under named columns; a cell is text, a number, a truth value or null. */
public final class Table {

    private final List<String> columns;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    public Table(String... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row with a cell per column. */
    public Table row(@Nullable Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells do not fit " + columns.size() + " columns");
        }
        List<@Nullable Object> row = new ArrayList<>();
        Collections.addAll(row, cells);
        rows.add(row);
        return this;
    }

    public List<String> columns() {
        return columns;
    }

    public List<List<@Nullable Object>> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** A map per row, for JSON. */
    public List<Map<String, @Nullable Object>> asMaps() {
        List<Map<String, @Nullable Object>> maps = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            for (int column = 0; column < columns.size(); column++) {
                map.put(columns.get(column), row.get(column));
            }
            maps.add(map);
        }
        return maps;
    }
}
