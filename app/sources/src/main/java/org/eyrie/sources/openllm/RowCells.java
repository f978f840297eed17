package org.eyrie.sources.openllm;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.eyrie.sources.spi.RowFaults;
import org.jspecify.annotations.Nullable;

/** The cells of a row, typed as in Parquet or spelled out as in CSV. What is wrong with them is collected. */
final class RowCells extends RowFaults {

    /** What a table writes where it knows nothing. */
    private static final List<String> NOTHING = List.of("", "nan", "none", "null", "n/a", "?");

    private final Function<String, @Nullable Object> row;

    /**
     * Cells of one row.
     *
     * @param row the value of a column, null where there is none
     */
    RowCells(Function<String, @Nullable Object> row) {
        this.row = row;
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
        return text == null ? null : parsed(column, "a number", text, Double::valueOf);
    }

    @Nullable
    Boolean flag(String column) {
        String text = text(column);
        return text == null ? null : flag(column, text);
    }

    /** A day; of a moment, its day. */
    @Nullable
    LocalDate day(String column) {
        String text = text(column);
        return text == null
                ? null
                : parsed(
                        column,
                        "a day such as 2024-08-05",
                        text,
                        moment -> LocalDate.parse(moment.length() > 10 ? moment.substring(0, 10) : moment));
    }
}
