package org.eyrie.sources.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;

/** Bytes out of gzip, of which there may be many, but not very many more than there were packed. */
final class UnpackedStream extends FilterInputStream {

    /** Bytes that may come out whatever there was before. */
    private static final long FREE = 1L << 30;

    /** Lines of facts shrink to a tenth or a thirtieth, nothing but one byte again and again to a thousandth. */
    private static final long MOST_TIMES = 200;

    private final String name;
    private final CountingStream packed;
    private final long free;
    private long unpacked;

    UnpackedStream(String name, InputStream stream, CountingStream packed) {
        this(name, stream, packed, FREE);
    }

    UnpackedStream(String name, InputStream stream, CountingStream packed, long free) {
        super(stream);
        this.name = name;
        this.packed = packed;
        this.free = free;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int more) throws UnreadableException {
        unpacked += more;
        if (unpacked > free && unpacked > MOST_TIMES * packed.count()) {
            throw new UnreadableException(
                    Place.of(name),
                    "It unpacks to more than " + MOST_TIMES + " times its size, as no facts do. If it is what you mean"
                            + " to import, unpack it first");
        }
    }
}
