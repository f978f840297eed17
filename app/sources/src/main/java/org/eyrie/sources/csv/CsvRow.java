package org.eyrie.sources.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.conventions.ScoreRange;
import org.eyrie.sources.conventions.WrittenNumber;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.RowFaults;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table. Every cell that is wrong becomes a fault, and null is returned for it; so a row is read to its
 * end and all of its faults are found.
 */
public final class CsvRow extends RowFaults {

    /** What people write where nothing was measured. */
    private static final Set<String> UNMEASURED =
            Set.of("n/a", "na", "#n/a", "n.a.", "nan", "null", "none", "-", "--", "\u2013", "\u2014", "?");

    private final Place place;
    private final Map<String, Integer> columns;
    private final CsvRecord cells;
    private final Dialect dialect;
    private final FactSink sink;

    CsvRow(Place place, Map<String, Integer> columns, CsvRecord cells, Dialect dialect, FactSink sink) {
        this.place = place;
        this.columns = columns;
        this.cells = cells;
        this.dialect = dialect;
        this.sink = sink;
    }

    public Place place() {
        return place;
    }

    /** The names of all columns, in their order. */
    public Set<String> columns() {
        return Collections.unmodifiableSet(columns.keySet());
    }

    void rejectIfFaulty() {
        if (isFaulty()) {
            sink.reject(place, faults());
        }
    }

    /** The cell without surrounding white space, null where the column is absent or the cell blank. */
    public @Nullable String text(String column) {
        Integer at = columns.get(column);
        if (at == null) {
            return null;
        }
        String text = cells.getField(at).strip();
        return text.isEmpty() ? null : text;
    }

    /** The cell as it stands, null where the column is absent or the cell blank. */
    public @Nullable String verbatim(String column) {
        Integer at = columns.get(column);
        return at == null || cells.getField(at).isBlank() ? null : cells.getField(at);
    }

    /** A model's name; blank is a fault. */
    public @Nullable ModelId model(String column) {
        return name(column, ModelPaths::asWritten);
    }

    /** A benchmark's name; blank is a fault. */
    public @Nullable BenchmarkId benchmark(String column) {
        return name(column, BenchmarkId::new);
    }

    /** A number, which may be NaN: who asks says what is in range. */
    public @Nullable Double number(String column) {
        return parsed(column, "a number such as 0.25", text -> Double.valueOf(dialect.decimal(text)));
    }

    /** Whether the cell says in a word that there is nothing to say: n/a, a dash. */
    public boolean isUnmeasured(String column) {
        String text = text(column);
        return text == null || UNMEASURED.contains(text.toLowerCase(Locale.ROOT));
    }

    /**
     * A share from 0 to 1, or in per cent where that is written behind it. What is out of range is a fault.
     *
     * @param percentages whether numbers without a sign are percentages
     */
    public @Nullable Double share(String column, boolean percentages) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        boolean sign = text.endsWith("%");
        String number = sign ? text.substring(0, text.length() - 1).strip() : text;
        Double value = parsed(
                column,
                sign ? "a number such as 25%" : "a number such as 0.25",
                number,
                each -> Double.valueOf(dialect.decimal(each)));
        if (value == null) {
            return null;
        }
        double share = sign || percentages ? WrittenNumber.hundredth(value) : value;
        if (sign || percentages) {
            if (!(share >= 0 && share <= 1)) {
                fault(column + " must be between 0% and 100%, not " + value + "%");
            }
            return share;
        }
        ScoreRange.fault(share)
                .map(fault -> share > 1 && share <= 100 ? fault + ", or write " + value + "%" : fault)
                .ifPresent(fault -> fault(fault.startsWith(column + " ") ? fault : column + ": " + fault));
        return share;
    }

    /** A whole number. */
    public @Nullable Integer integer(String column) {
        return parsed(column, "a whole number such as 541", Integer::valueOf);
    }

    /** A day. */
    public @Nullable LocalDate date(String column) {
        return parsed(column, "a day such as 2024-12-31", LocalDate::parse);
    }

    /** A moment in UTC. */
    public @Nullable Instant instant(String column) {
        return parsed(column, "a moment such as 2024-12-31T23:59:59Z", Instant::parse);
    }

    /** True or false, whatever the case. */
    public @Nullable Boolean flag(String column) {
        String text = text(column);
        return text == null ? null : flag(column, text);
    }

    private <T> @Nullable T name(String column, Function<String, T> maker) {
        String text = text(column);
        if (text == null) {
            fault(column + " must not be blank");
            return null;
        }
        return named(column, text, maker);
    }

    private <T> @Nullable T parsed(String column, String wanted, Function<String, T> parser) {
        String text = text(column);
        return text == null ? null : parsed(column, wanted, text, parser);
    }
}
