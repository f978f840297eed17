package org.eyrie.server.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose bytes take room on the disk. */
final class TakenStream extends FilterInputStream {

    private final Receiving.Place place;

    TakenStream(InputStream stream, Receiving.Place place) {
        super(stream);
        this.place = place;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            place.take(1);
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            place.take(read);
        }
        return read;
    }
}
