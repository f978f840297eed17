package org.eyrie.sources.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.RowFaults;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table. Every cell that is wrong becomes a fault, and null is returned for it; so a row is read to its
 * end and all of its faults are found.
 */
public final class CsvRow extends RowFaults {

    private final Place place;
    private final Map<String, Integer> columns;
    private final CsvRecord cells;
    private final FactSink sink;

    CsvRow(Place place, Map<String, Integer> columns, CsvRecord cells, FactSink sink) {
        this.place = place;
        this.columns = columns;
        this.cells = cells;
        this.sink = sink;
    }

    public Place place() {
        return place;
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
        return name(column, ModelId::new);
    }

    /** A benchmark's name; blank is a fault. */
    public @Nullable BenchmarkId benchmark(String column) {
        return name(column, BenchmarkId::new);
    }

    /** A number, which may be NaN: who asks says what is in range. */
    public @Nullable Double number(String column) {
        return parsed(column, "a number such as 0.25", Double::valueOf);
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
