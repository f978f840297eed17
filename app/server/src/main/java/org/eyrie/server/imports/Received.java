package org.eyrie.server.imports;

import java.io.Closeable;
import java.io.IOException;
import org.eyrie.sources.spi.Source;

/**
 * What was sent, whole, on the disk until it is closed.
 *
 * @param source reads it
 * @param digest equal for equal bytes
 * @param kept what holds the bytes and their room
 */
public record Received(Source source, String digest, Closeable kept) implements Closeable {

    @Override
    public void close() throws IOException {
        kept.close();
    }
}
