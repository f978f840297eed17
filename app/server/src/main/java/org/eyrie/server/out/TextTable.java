package org.eyrie.server.out;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints a table in columns of even width, numbers to the right. */
public final class TextTable {

    private final int[] widths;
    private final boolean[] numbers;

    private TextTable(Table table) {
        widths = new int[table.columns().size()];
        numbers = new boolean[widths.length];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = table.columns().get(column).length();
            for (List<@Nullable Object> row : table.rows()) {
                Object cell = row.get(column);
                widths[column] = Math.max(widths[column], text(cell).length());
                numbers[column] |= cell instanceof Number;
            }
        }
    }

    /** Prints it, however wide it is. */
    public static void print(Table table, PrintWriter out) {
        print(table, out, Terminal.ENDLESS);
    }

    /**
     * Prints what of it fits, and says what does not.
     *
     * @param limit characters that a line may have
     */
    public static void print(Table table, PrintWriter out, int limit) {
        TextTable text = new TextTable(table);
        int[] widths = Narrow.fit(text.widths, text.numbers, limit);
        text.line(table.columns(), widths, out);
        for (List<@Nullable Object> row : table.rows()) {
            text.line(row, widths, out);
        }
        if (widths.length < table.columns().size()) {
            List<String> left =
                    table.columns().subList(widths.length, table.columns().size());
            out.println("With --wide also: " + String.join(", ", left));
        }
    }

    private void line(List<? extends @Nullable Object> cells, int[] shown, PrintWriter out) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < shown.length; column++) {
            String text = Narrow.cut(text(cells.get(column)), shown[column]);
            String blanks = " ".repeat(shown[column] - text.length());
            line.append(numbers[column] ? blanks + text : text + blanks).append("  ");
        }
        out.println(line.toString().stripTrailing());
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        return cell instanceof Double number
                ? String.format(Locale.ROOT, "%.4f", number)
                : cell.toString().replaceAll("\\R|\t", " "); // a line break would make two rows of one
    }
}
