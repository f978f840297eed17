package org.eyrie.server.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** A stream whose gzip is undone, so that a limit on it counts what comes out. */
final class Unpacked {

    private static final int MAGIC_FIRST = 0x1f;
    private static final int MAGIC_SECOND = 0x8b;

    private Unpacked() {}

    static InputStream of(InputStream packed) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(packed, 2);
        byte[] head = stream.readNBytes(2);
        stream.unread(head);
        boolean gzip = head.length == 2 && (head[0] & 0xff) == MAGIC_FIRST && (head[1] & 0xff) == MAGIC_SECOND;
        return gzip ? new GZIPInputStream(stream, 1 << 16) : stream;
    }
}
