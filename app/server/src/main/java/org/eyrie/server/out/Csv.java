package org.eyrie.server.out;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints a table as CSV (RFC 4180, lines end in a line feed as everything on the command line does). */
public final class Csv {

    /** How a spreadsheet tells that a cell is to be worked out. */
    private static final String FORMULAS = "=+-@\t\r";

    private Csv() {}

    public static void print(Table table, PrintWriter out) {
        print(table, out, false);
    }

    /**
     * Prints a table.
     *
     * @param spreadsheet whether texts that a spreadsheet would take for formulas begin with an apostrophe, which makes
     *     them other texts for programs
     */
    public static void print(Table table, PrintWriter out, boolean spreadsheet) {
        out.print(line(table.columns(), spreadsheet));
        for (List<@Nullable Object> row : table.rows()) {
            out.print(line(row, spreadsheet));
        }
    }

    private static String line(List<? extends @Nullable Object> cells, boolean spreadsheet) {
        return cells.stream()
                .map(cell -> cell(spreadsheet ? harmless(cell) : cell))
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static @Nullable Object harmless(@Nullable Object cell) {
        if (cell == null || cell instanceof Number) {
            return cell;
        }
        String text = cell.toString();
        return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
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
