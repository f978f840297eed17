package org.eyrie.sources.openllm;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.eyrie.sources.spi.Text;
import org.jspecify.annotations.Nullable;

/** The cells of a row, typed as in Parquet or spelled out as in CSV. What is wrong with them is collected. */
final class Cells {

    /** What a table writes where it knows nothing. */
    private static final List<String> NOTHING = List.of("", "nan", "none", "null", "n/a", "?");

    private final Function<String, @Nullable Object> row;
    private final List<String> faults = new ArrayList<>(0);

    /**
     * Cells of one row.
     *
     * @param row the value of a column, null where there is none
     */
    Cells(Function<String, @Nullable Object> row) {
        this.row = row;
    }

    List<String> faults() {
        return faults;
    }

    @Nullable
    String text(String column) {
        Object value = row.apply(column);
        String text = value == null ? "" : value.toString().strip();
        return NOTHING.contains(text.toLowerCase(Locale.ROOT)) ? null : text;
    }

    /** A number; NaN stays what it is where the table is typed, and is nothing where it is spelled out. */
    @Nullable
    Double number(String column) {
        if (row.apply(column) instanceof Number number) {
            return number.doubleValue();
        }
        String text = text(column);
        try {
            return text == null ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            wrong(column, "a number", text);
            return null;
        }
    }

    @Nullable
    Boolean flag(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> {
                wrong(column, "true or false", text);
                yield null;
            }
        };
    }

    /** A day; of a moment, its day. */
    @Nullable
    LocalDate day(String column) {
        String text = text(column);
        try {
            return text == null ? null : LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException e) {
            wrong(column, "a day such as 2024-08-05", text);
            return null;
        }
    }

    private void wrong(String column, String wanted, @Nullable String text) {
        faults.add(column + " must be " + wanted + ", not " + Text.quoted(String.valueOf(text)));
    }
}
