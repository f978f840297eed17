package org.eyrie.sources.inspect;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.tree.StrictJson;

/**
 * A log that is an archive: {@code header.json}, and every sample in {@code samples/}. Newer versions pack with Zstandard,
 * which the archives of Java do not know, so the directory is read here (APPNOTE.TXT 4.3.12 and 4.3.16).
 */
final class PackedLog {

    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 1 << 16;
    private static final int MAX_FILE = 512_000_000;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int ZSTANDARD = 93;

    private record Entry(String name, int method, int packed, int offset) {}

    private PackedLog() {}

    /** The log as its JSON would be: the header, with the samples. */
    static Map<String, Object> read(Path file) throws IOException {
        Place place = Place.of(file.toString());
        try (FileChannel channel = FileChannel.open(file)) {
            List<Entry> entries = entries(channel, place);
            Map<String, Object> log = new LinkedHashMap<>();
            List<Object> samples = new ArrayList<>();
            for (Entry entry : entries) {
                if (entry.name.equals("header.json")) {
                    log.putAll(json(channel, entry, place));
                } else if (entry.name.startsWith("samples/") && entry.name.endsWith(".json")) {
                    samples.add(kept(json(channel, entry, place)));
                }
            }
            if (log.isEmpty()) {
                throw new UnreadableException(
                        place, "It has no header.json: this is no log of Inspect, or its run did not end");
            }
            log.put("samples", samples);
            return log;
        } catch (java.nio.BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw damaged(place);
        }
    }

    // A sample holds every message of its run, of which nothing is read.
    private static Map<String, Object> kept(Map<String, Object> sample) {
        sample.keySet().retainAll(List.of("id", "epoch", "scores"));
        return sample;
    }

    private static List<Entry> entries(FileChannel channel, Place place) throws IOException {
        int length = (int) Math.min(channel.size(), END_LENGTH + LONGEST_COMMENT);
        ByteBuffer tail = bytes(channel, channel.size() - length, length);
        int end = length - END_LENGTH;
        while (end >= 0 && tail.getInt(end) != END) {
            end--;
        }
        if (end < 0) {
            throw damaged(place);
        }
        int count = Short.toUnsignedInt(tail.getShort(end + 10));
        ByteBuffer directory = bytes(channel, Integer.toUnsignedLong(tail.getInt(end + 16)), tail.getInt(end + 12));
        Map<String, Entry> entries = new LinkedHashMap<>(); // of two of one name the later one counts
        for (int at = 0; at < count; at++) {
            int start = directory.position();
            if (directory.getInt(start) != ENTRY) {
                throw damaged(place);
            }
            byte[] name = new byte[Short.toUnsignedInt(directory.getShort(start + 28))];
            directory.position(start + 46).get(name);
            directory.position(directory.position()
                    + Short.toUnsignedInt(directory.getShort(start + 30))
                    + Short.toUnsignedInt(directory.getShort(start + 32)));
            String path = new String(name, StandardCharsets.UTF_8);
            entries.put(
                    path,
                    new Entry(
                            path,
                            directory.getShort(start + 10),
                            directory.getInt(start + 20),
                            directory.getInt(start + 42)));
        }
        return List.copyOf(entries.values());
    }

    private static Map<String, Object> json(FileChannel channel, Entry entry, Place place) throws IOException {
        ByteBuffer header = bytes(channel, Integer.toUnsignedLong(entry.offset), 30);
        long start = Integer.toUnsignedLong(entry.offset)
                + 30
                + Short.toUnsignedInt(header.getShort(26))
                + Short.toUnsignedInt(header.getShort(28));
        InputStream packed =
                new ByteArrayInputStream(bytes(channel, start, entry.packed).array());
        Place inside = Place.of(place.input() + ": " + entry.name);
        try (InputStream plain = unpacked(packed, entry.method, inside);
                InputStreamReader reader = new InputStreamReader(plain, StandardCharsets.UTF_8)) {
            return StrictJson.file(inside, reader);
        }
    }

    private static InputStream unpacked(InputStream packed, int method, Place place) throws UnreadableException {
        return switch (method) {
            case STORED -> packed;
            case DEFLATED -> new InflaterInputStream(packed, new Inflater(true));
            case ZSTANDARD -> new ZstdInputStream(packed);
            default ->
                throw new UnreadableException(
                        place,
                        "It is packed by method " + method + ", which is not read here: convert the log to JSON");
        };
    }

    private static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
        if (length < 0 || length > MAX_FILE || from < 0 || from + length > channel.size()) {
            throw new IllegalArgumentException("Nothing is there");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = channel.read(bytes, from + bytes.position());
        }
        return bytes.flip();
    }

    private static UnreadableException damaged(Place place) {
        return new UnreadableException(place, "The archive is damaged or cut off: copy the log again");
    }
}
