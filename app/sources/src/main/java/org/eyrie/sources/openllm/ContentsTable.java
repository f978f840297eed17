package org.eyrie.sources.openllm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.model.ModelId;
import org.eyrie.sources.csv.CsvTable;
import org.eyrie.sources.parquet.ParquetTable;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.FileSource;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.text.SpoolFiles;

/**
 * Models, traits and raw scores of the table: {@code import open-llm-leaderboard FILE|URL}. A model that was evaluated
 * several times counts as it was submitted last, the later row where days are equal.
 */
public final class ContentsTable extends FileSource {

    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

    /** The whole public table is 1 to 3 MB. */
    private static final long MAX_BYTES = 256L << 20;

    private static final int MAX_ROWS = 500_000;

    private final int maxRows;

    /**
     * A table.
     *
     * @param input CSV or Parquet, told apart by content
     */
    public ContentsTable(Input input) {
        this(input, MAX_ROWS);
    }

    ContentsTable(Input input, int maxRows) {
        super(input);
        this.maxRows = maxRows;
    }

    @Override
    public void read(FactSink sink) throws IOException {
        for (LeaderboardEntry entry : entries(sink)) {
            entry.write(sink, "Open LLM Leaderboard, " + input.name());
        }
    }

    /** Each model once, in the order of the rows; bad rows are rejected, doubles are noted. */
    List<LeaderboardEntry> entries(FactSink sink) throws IOException {
        Map<ModelId, LeaderboardEntry> entries = new LinkedHashMap<>();
        List<LeaderboardEntry> rows = rows(sink);
        if (rows.isEmpty()) {
            sink.note(whole(), "There is no row that can be used: is the table cut off?");
        }
        if (!rows.isEmpty() && rows.stream().allMatch(row -> row.scores().isEmpty())) {
            throw new UnreadableException(
                    whole(),
                    "No row has a score in a column such as \""
                            + Column.SCORES.get(0).column()
                            + "\", \"" + Column.RESCALED.get(0).column() + "\" or \""
                            + Column.FIRST.get(0).column() + "\": is this the table of contents of a leaderboard?");
        }
        for (LeaderboardEntry row : rows) {
            LeaderboardEntry before = entries.get(row.model());
            if (before != null) {
                boolean keep = row.isBefore(before);
                sink.note(
                        row.place(),
                        row.model() + " was evaluated before, at " + before.place() + ": "
                                + (keep ? before.place() : row.place()) + " counts, submitted later");
                if (keep) {
                    continue;
                }
            }
            if (row.flagged()) {
                sink.note(row.place(), row.model() + " is flagged by the leaderboard");
            }
            entries.put(row.model(), row);
        }
        return new ArrayList<>(entries.values());
    }

    private List<LeaderboardEntry> rows(FactSink sink) throws IOException {
        List<LeaderboardEntry> rows = new ArrayList<>();
        if (isParquet()) {
            Path copy = SpoolFiles.create();
            try {
                copyTo(copy, sink);
                Set<String> known = new HashSet<>(Column.optional());
                known.add(Column.MODEL);
                new ParquetTable(input.name(), copy.toFile(), List.of(Column.MODEL)).forEach(sink, (place, row) -> {
                    row.forEach((column, value) -> {
                        if (value != null && !known.contains(column)) {
                            sink.ignored(column);
                        }
                    });
                    add(rows, place, new RowCells(row::get), sink);
                });
            } finally {
                Files.deleteIfExists(copy);
            }
        } else {
            new CsvTable(input, List.of(Column.MODEL), Column.optional())
                    .withoutHints()
                    .forEach(sink, 0, input.bytes(), row -> add(rows, row.place(), new RowCells(row::text), sink));
        }
        return rows;
    }

    private void add(List<LeaderboardEntry> rows, Place place, RowCells cells, FactSink sink)
            throws UnreadableException {
        if (rows.size() >= maxRows) {
            throw new UnreadableException(place, "There are more than " + maxRows + " rows");
        }
        LeaderboardEntry.read(place, cells, sink).ifPresent(rows::add);
    }

    private boolean isParquet() throws IOException {
        try (Input.Counted bytes = input.open()) {
            return Arrays.equals(bytes.stream().readNBytes(PARQUET.length), PARQUET);
        }
    }

    // Parquet is read from its end, and an input can only be read from its beginning.
    private void copyTo(Path copy, FactSink sink) throws IOException {
        try (Input.Counted bytes = input.open();
                InputStream in = bytes.stream();
                OutputStream out = Files.newOutputStream(copy)) {
            byte[] buffer = new byte[1 << 16];
            long total = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > MAX_BYTES) {
                    throw new UnreadableException(
                            whole(), "It is longer than the " + MAX_BYTES + " bytes that are accepted");
                }
                out.write(buffer, 0, read);
                sink.reached(0, -1);
            }
        }
    }
}
