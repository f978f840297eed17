package org.eyrie.server.report;

import java.util.List;
import java.util.Locale;
import org.eyrie.server.out.Table;
import org.jspecify.annotations.Nullable;

/** A table as a command prints it, on a page. */
final class Tables {

    private Tables() {}

    static void write(Table table, Markup page) {
        page.begin("div", "class", "scroll", "tabindex", 0)
                .begin("table")
                .begin("thead")
                .begin("tr");
        for (int column = 0; column < table.columns().size(); column++) {
            page.element(
                    "th",
                    table.columns().get(column),
                    "scope",
                    "col",
                    "class",
                    isNumber(table, column) ? "number" : "");
        }
        page.end().end().begin("tbody");
        for (List<@Nullable Object> row : table.rows()) {
            page.begin("tr");
            for (int column = 0; column < row.size(); column++) {
                page.element("td", words(row.get(column)), "class", isNumber(table, column) ? "number" : "");
            }
            page.end();
        }
        page.end().end().end();
    }

    private static boolean isNumber(Table table, int column) {
        return table.rows().stream().map(row -> row.get(column)).anyMatch(Number.class::isInstance);
    }

    private static String words(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        return cell instanceof Float || cell instanceof Double
                ? String.format(Locale.ROOT, "%.3f", ((Number) cell).doubleValue())
                : cell.toString();
    }
}
