package org.eyrie.store.bulk;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
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
    private final BufferedWriter out;
    private boolean begun;
    private boolean severalLines;
    private boolean closed;

    CsvFile(Path file, String header) throws IOException {
        this.file = file;
        out = new BufferedWriter(Files.newBufferedWriter(file), BUFFER);
        out.write(header);
        out.write('\n');
    }

    CsvFile text(@Nullable String value) throws IOException {
        separate();
        if (value != null) {
            out.write('"');
            int from = 0;
            for (int quote = value.indexOf('"'); quote >= 0; quote = value.indexOf('"', from)) {
                out.write(value, from, quote + 1 - from);
                out.write('"');
                from = quote + 1;
            }
            out.write(value, from, value.length() - from);
            out.write('"');
            severalLines |= value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0;
        }
        return this;
    }

    CsvFile number(long value) throws IOException {
        separate();
        out.write(Long.toString(value));
        return this;
    }

    CsvFile number(@Nullable Integer value) throws IOException {
        return plain(value);
    }

    CsvFile number(@Nullable Double value) throws IOException {
        return plain(value);
    }

    CsvFile flag(@Nullable Boolean value) throws IOException {
        return plain(value);
    }

    CsvFile time(@Nullable Instant value) throws IOException {
        return plain(value);
    }

    /** What needs no quotes. */
    CsvFile plain(@Nullable Object value) throws IOException {
        separate();
        if (value != null) {
            out.write(value.toString());
        }
        return this;
    }

    void end() throws IOException {
        out.write('\n');
        begun = false;
    }

    private void separate() throws IOException {
        if (begun) {
            out.write(',');
        }
        begun = true;
    }

    /** Its name tells from then on whether rows go over several lines, which the tool has to know and reads more slowly. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            out.close();
            if (severalLines) {
                Files.move(file, Path.of(file.toString().replaceFirst("\\.csv$", ".lines.csv")));
            }
        }
    }
}
