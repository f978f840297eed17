package org.eyrie.sources.gguf;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Text;
import org.eyrie.sources.spi.UnreadableException;

/**
 * Reads the key-value part of a GGUF header, versions 2 and 3, little-endian. Arrays are skipped, and with the first
 * key of the tokenizer reading ends: what describes the model stands before it, and megabytes of tokens after.
 */
final class GgufHeader {

    private static final int MAGIC = 0x46554747;
    private static final long MAX_KEYS = 100_000;
    private static final long MAX_STRING = 1_000_000;
    private static final long MAX_BYTES = 256_000_000;
    private static final int STRING = 8;
    private static final int ARRAY = 9;

    /** Bytes of the types that are numbers, by type; zero for the others. */
    private static final int[] SIZES = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

    private final Place place;
    private final InputStream stream;
    private long taken;

    private GgufHeader(Place place, InputStream stream) {
        this.place = place;
        this.stream = stream;
    }

    /**
     * The keys of a header: text, or whole numbers as {@link Long}.
     *
     * @throws UnreadableException if it is no such header, or breaks off
     */
    static Map<String, Object> read(Place place, InputStream stream) throws IOException {
        try {
            return new GgufHeader(place, stream).keys();
        } catch (EOFException e) {
            throw new UnreadableException(place, "The GGUF header breaks off: the file is truncated");
        }
    }

    private Map<String, Object> keys() throws IOException {
        if (number(4) != MAGIC) {
            throw new UnreadableException(place, "This is no GGUF file: it does not begin with GGUF");
        }
        long version = number(4);
        if (version != 2 && version != 3) {
            throw new UnreadableException(place, "GGUF version " + version + " is not known here; 2 and 3 are");
        }
        number(8);
        long count = number(8);
        if (count < 0 || count > MAX_KEYS) {
            throw new UnreadableException(place, "A GGUF header has at most " + MAX_KEYS + " keys, not " + count);
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        Set<String> met = new HashSet<>();
        for (long at = 0; at < count; at++) {
            String key = string();
            if (key.startsWith("tokenizer.")) {
                return keys;
            }
            if (!met.add(key)) {
                throw new UnreadableException(place, "The key " + Text.quoted(key) + " stands twice in the header");
            }
            int type = (int) number(4);
            if (type == STRING) {
                keys.put(key, string());
            } else if (type == ARRAY) {
                skipArray(1);
            } else if (type >= 0 && type < SIZES.length) {
                keys.put(key, number(SIZES[type]));
            } else {
                throw new UnreadableException(place, "The key " + key + " has the unknown type " + type);
            }
        }
        return keys;
    }

    private void skipArray(int depth) throws IOException {
        int type = (int) number(4);
        long length = number(8);
        if (length < 0 || depth > 4 || type < 0 || type >= SIZES.length) {
            throw new UnreadableException(place, "The header holds an array that cannot be: it is damaged");
        }
        if (SIZES[type] > 0) {
            if (length > MAX_BYTES) {
                throw tooLong();
            }
            skip(length * SIZES[type]);
            return;
        }
        for (long at = 0; at < length; at++) {
            if (type == STRING) {
                skip(number(8));
            } else {
                skipArray(depth + 1);
            }
        }
    }

    private void skip(long bytes) throws IOException {
        if (bytes < 0) {
            throw new UnreadableException(place, "The header holds a negative length: it is damaged");
        }
        count(bytes);
        stream.skipNBytes(bytes);
    }

    private String string() throws IOException {
        long length = number(8);
        if (length < 0 || length > MAX_STRING) {
            throw new UnreadableException(
                    place, "A text in a GGUF header has at most " + MAX_STRING + " bytes, not " + length);
        }
        count(length);
        byte[] bytes = stream.readNBytes((int) length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private long number(int size) throws IOException {
        count(size);
        byte[] bytes = stream.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException();
        }
        ByteBuffer buffer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        return buffer.put(bytes).rewind().getLong();
    }

    private void count(long bytes) throws UnreadableException {
        if (bytes > MAX_BYTES - taken) {
            throw tooLong();
        }
        taken += bytes;
    }

    private UnreadableException tooLong() {
        return new UnreadableException(
                place, "A GGUF header is no longer than " + MAX_BYTES + " bytes: this one is damaged");
    }
}
