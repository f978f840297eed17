package org.eyrie.sources.gguf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a header. */
final class HeaderBytes {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private long keys;

    HeaderBytes text(String key, String value) {
        of(key, 8);
        string(value);
        return this;
    }

    HeaderBytes number(String key, long value) {
        of(key, 10);
        write(8, value);
        return this;
    }

    HeaderBytes array(String key, int type, long length) {
        of(key, 9);
        write(4, type);
        write(8, length);
        for (int at = 0; at < Math.min(length, 100); at++) {
            write(4, at);
        }
        return this;
    }

    HeaderBytes of(String key, int type) {
        keys++;
        string(key);
        write(4, type);
        return this;
    }

    byte[] bytes() {
        ByteBuffer header = ByteBuffer.allocate(24 + body.size()).order(ByteOrder.LITTLE_ENDIAN);
        header.put("GGUF".getBytes(StandardCharsets.US_ASCII))
                .putInt(3)
                .putLong(291)
                .putLong(keys);
        return header.put(body.toByteArray()).array();
    }

    private void string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(8, bytes.length);
        body.writeBytes(bytes);
    }

    void write(int size, long value) {
        body.write(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value)
                        .array(),
                0,
                size);
    }
}
