package org.eyrie.store.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One file of rows for Neo4j's import tool, the header in its first line. Text is always in quotes, since an empty text is
 * something else than none; a missing value is an empty field.
 */
final class CsvFile implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Writer out;

    /** Rows on their way: a writer asks for its lock with every word. */
    private final StringBuilder rows = new StringBuilder(2 * BUFFER);

    private boolean begun;
    private boolean severalLines;
    private boolean closed;

    CsvFile(Path file, String header) throws IOException {
        this.file = file;
        out = Files.newBufferedWriter(file);
        rows.append(header).append('\n');
    }

    CsvFile text(@Nullable String value) {
        separate();
        if (value != null) {
            rows.append('"');
            int from = 0;
            for (int quote = value.indexOf('"'); quote >= 0; quote = value.indexOf('"', from)) {
                rows.append(value, from, quote + 1).append('"');
                from = quote + 1;
            }
            rows.append(value, from, value.length()).append('"');
            severalLines |= value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0;
        }
        return this;
    }

    CsvFile number(long value) {
        separate();
        rows.append(value);
        return this;
    }

    CsvFile number(@Nullable Integer value) {
        return plain(value);
    }

    CsvFile number(@Nullable Double value) {
        return plain(value);
    }

    CsvFile flag(@Nullable Boolean value) {
        return plain(value);
    }

    CsvFile time(@Nullable Instant value) {
        return plain(value);
    }

    /** What needs no quotes. */
    CsvFile plain(@Nullable Object value) {
        separate();
        if (value != null) {
            rows.append(value);
        }
        return this;
    }

    void end() throws IOException {
        rows.append('\n');
        begun = false;
        if (rows.length() >= BUFFER) {
            write();
        }
    }

    private void write() throws IOException {
        out.append(rows);
        rows.setLength(0);
    }

    private void separate() {
        if (begun) {
            rows.append(',');
        }
        begun = true;
    }

    /** Its name tells from then on whether rows go over several lines, which the tool has to know and reads more slowly. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (out) {
                write();
            }
            if (severalLines) {
                Files.move(file, Path.of(file.toString().replaceFirst("\\.csv$", ".lines.csv")));
            }
        }
    }
}
