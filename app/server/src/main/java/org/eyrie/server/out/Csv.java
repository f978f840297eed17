package org.eyrie.server.out;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints a table as CSV (RFC 4180, lines end in a line feed as everything on the command line does). */
public final class Csv {

    private Csv() {}

    public static void print(Table table, PrintWriter out) {
        out.print(line(table.columns()));
        for (List<@Nullable Object> row : table.rows()) {
            out.print(line(row));
        }
    }

    private static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\n"));
    }

    private static String cell(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        String text = cell.toString();
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
