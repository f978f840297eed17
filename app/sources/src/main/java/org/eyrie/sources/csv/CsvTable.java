package org.eyrie.sources.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Text;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.text.StrictReader;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header. */
public final class CsvTable {

    private static final int ROWS_BETWEEN_REPORTS = 256;
    private static final int MAX_COLUMNS = 1_000;

    /** Takes a row; what it throws ends the reading. */
    @FunctionalInterface
    public interface RowTaker {
        void take(CsvRow row) throws IOException;
    }

    private final Input input;
    private final List<String> required;
    private final List<String> optional;
    private final Function<List<String>, @Nullable String> advice;
    private final boolean open;
    private final boolean hints;

    /**
     * @param required columns that must be there, in any order
     * @param optional columns that are read where they are there; further ones are ignored and counted
     */
    public CsvTable(Input input, List<String> required, List<String> optional) {
        this(input, required, optional, header -> null, false, true);
    }

    /** A table of which nobody knows all columns: whoever takes rows looks at {@link CsvRow#columns}. */
    public static CsvTable open(Input input, List<String> required) {
        return new CsvTable(input, required, List.of(), header -> null, true, false);
    }

    private CsvTable(
            Input input,
            List<String> required,
            List<String> optional,
            Function<List<String>, @Nullable String> advice,
            boolean open,
            boolean hints) {
        this.input = input;
        this.hints = hints;
        this.open = open;
        this.advice = advice;
        this.required = List.copyOf(required);
        this.optional = List.copyOf(optional);
    }

    /** This table with more to say of one whose header lacks a column: what it is, and what to do. */
    public CsvTable advising(Function<List<String>, @Nullable String> other) {
        return new CsvTable(input, required, optional, other, open, hints);
    }

    /** This table without notes on what its columns may mean: a program wrote it, and has further ones of its own. */
    public CsvTable withoutHints() {
        return new CsvTable(input, required, optional, advice, open, false);
    }

    /**
     * Hands over each row; one with faults is rejected afterwards, so the reader of rows need not look.
     *
     * @param base bytes read before this table, of {@code total}
     * @throws UnreadableException if the file is no such table
     */
    public void forEach(FactSink sink, long base, long total, RowTaker reader) throws IOException {
        try (Input.Counted bytes = input.open();
                BufferedReader text = new BufferedReader(new StrictReader(input.name(), bytes.stream()))) {
            read(bytes, text, sink, base, total, reader);
        }
    }

    private void read(Input.Counted bytes, BufferedReader text, FactSink sink, long base, long total, RowTaker reader)
            throws IOException {
        Dialect dialect = Dialect.of(text, required);
        try (CsvReader<CsvRecord> records = records(text, dialect)) {
            Iterator<CsvRecord> iterator = records.iterator();
            if (!iterator.hasNext()) {
                throw new UnreadableException(
                        Place.of(input.name()),
                        "The file is empty. Its first line must name the columns " + String.join(", ", required));
            }
            List<String> header = header(iterator.next());
            Map<String, Integer> columns = columns(header);
            List<Integer> unread = unread(header);
            if (hints) {
                unread.forEach(at -> ColumnHint.of(header.get(at), header, required, optional)
                        .ifPresent(hint -> sink.note(new Place(input.name(), 1 + dialect.skipped()), hint)));
            }
            long rows = 0;
            while (iterator.hasNext()) {
                CsvRecord cells = iterator.next();
                Place place = new Place(input.name(), cells.getStartingLineNumber() + dialect.skipped());
                CsvRow row = new CsvRow(place, columns, cells, dialect, sink);
                read(row, cells, header, reader);
                unread.stream()
                        .filter(at -> at < cells.getFieldCount()
                                && !cells.getField(at).isBlank())
                        .forEach(at -> sink.ignored(header.get(at)));
                if (++rows % ROWS_BETWEEN_REPORTS == 0) {
                    sink.reached(base + bytes.taken(), total);
                }
            }
            sink.reached(base + bytes.taken(), total);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw unreadable(e);
        }
    }

    private static void read(CsvRow row, CsvRecord cells, List<String> header, RowTaker reader) throws IOException {
        if (cells.getFieldCount() == header.size()) {
            reader.take(row);
        } else {
            row.fault("it has " + cells.getFieldCount() + " columns, the header has " + header.size()
                    + (cells.getFieldCount() < header.size()
                            ? ": is the file truncated, or a comma missing?"
                            : ": put values with commas in double quotes"));
        }
        row.rejectIfFaulty();
    }

    private static CsvReader<CsvRecord> records(Reader text, Dialect dialect) {
        return CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(2 * StrictReader.MAX_LINE)
                .build(
                        CsvRecordHandler.of(handler -> handler.maxFields(MAX_COLUMNS)
                                .maxFieldSize(StrictReader.MAX_LINE)
                                .maxRecordSize(2 * StrictReader.MAX_LINE)),
                        text);
    }

    private List<String> header(CsvRecord first) throws UnreadableException {
        List<String> written = first.getFields().stream().map(String::strip).toList();
        List<String> header = written.stream().map(name -> meant(name, written)).toList();
        List<String> missing = new ArrayList<>(required);
        missing.removeAll(header);
        if (!missing.isEmpty()) {
            String more = advice.apply(written);
            throw new UnreadableException(
                    new Place(input.name(), 1),
                    "The column" + (missing.size() == 1 ? " " : "s ") + String.join(", ", missing)
                            + (missing.size() == 1 ? " is" : " are") + " missing. Found: "
                            + Text.quoted(String.join(", ", written))
                            + ". Wanted: " + String.join(", ", required)
                            + (optional.isEmpty() ? "" : "; optional: " + String.join(", ", optional))
                            + (header.size() == 1 ? ". There is one column: separate cells by commas" : "")
                            + (more == null ? "" : ". " + more));
        }
        return header;
    }

    /** The column that a name means: itself, or where it is none, the one that differs in case and gaps only. */
    private String meant(String name, List<String> written) {
        if (required.contains(name) || optional.contains(name)) {
            return name;
        }
        return Stream.concat(required.stream(), optional.stream())
                .filter(known -> !written.contains(known) && Dialect.key(known).equals(Dialect.key(name)))
                .findFirst()
                .orElse(name);
    }

    private Map<String, Integer> columns(List<String> header) throws UnreadableException {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int at = 0; at < header.size(); at++) {
            if (columns.put(header.get(at), at) != null) {
                throw new UnreadableException(
                        new Place(input.name(), 1), "The column " + Text.quoted(header.get(at)) + " stands twice");
            }
        }
        return columns;
    }

    private List<Integer> unread(List<String> header) {
        List<Integer> unread = new ArrayList<>();
        if (open) {
            return unread;
        }
        for (int at = 0; at < header.size(); at++) {
            if (!required.contains(header.get(at)) && !optional.contains(header.get(at))) {
                unread.add(at);
            }
        }
        return unread;
    }

    private UnreadableException unreadable(CsvParseException e) {
        Throwable cause = e.getCause();
        if (cause instanceof UnreadableException known) {
            return known;
        }
        return new UnreadableException(Place.of(input.name()), "The table breaks off or is no CSV: " + e.getMessage());
    }
}
