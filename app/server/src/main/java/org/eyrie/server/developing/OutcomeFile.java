package org.eyrie.server.developing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.server.json.Json;
import org.eyrie.server.out.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes that outlive a comparison: lines of JSON, the first of which says of what weights and items. A comparison that was
 * broken off, or that is run again with another policy, pays only for what is new. One process at a time has a file; a line
 * that a kill left half is dropped, and of lines that repeat each other the last counts.
 */
final class OutcomeFile implements AutoCloseable {

    private static final String FORMAT = "eyrie outcomes 1";

    /** Lines a program from which on the file is written anew. */
    private static final double REPEATED = 1.5;

    /** The first line. */
    record Head(String format, String of, int items) {}

    /** A line. The score on test items is null where nobody asked. */
    record Line(String program, String items, @Nullable Double test) {}

    private final Path path;
    private final FileChannel file;

    private final Head head;
    private final OutcomeMemory memory;
    private long lines;

    private OutcomeFile(Path path, FileChannel file, Head head, OutcomeMemory memory) {
        this.path = path;
        this.file = file;
        this.head = head;
        this.memory = memory;
    }

    /**
     * Opens or begins a file, and reads what is in it.
     *
     * @param of which weights and items, as {@link ComparisonKey} tells
     * @throws InvalidInputException if it is of others, is no such file, is another process's, or cannot be read or written
     */
    static OutcomeFile open(Path path, String of, int items, OutcomeMemory into) {
        try {
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            OutcomeFile file = new OutcomeFile(path, channel, new Head(FORMAT, of, items), into);
            try {
                file.begin(file.head);
                return file;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw refused(path, "It cannot be read or written: " + e.getMessage());
        }
    }

    private void begin(Head head) throws IOException {
        if (!locked()) {
            throw refused(path, "Another comparison is writing to it. Wait for that one, or name another file.");
        }
        if (file.size() == 0) {
            write(Json.bytes(head));
        } else {
            read(head);
        }
    }

    private boolean locked() throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void read(Head head) throws IOException {
        // Not closed: that would close the channel, and with it give back the lock.
        BufferedReader reader =
                new BufferedReader(Channels.newReader(file.position(0), StandardCharsets.UTF_8.newDecoder(), -1));
        String first = reader.readLine();
        if (!head(first == null ? "" : first).equals(head)) {
            throw refused(
                    path,
                    "It has outcomes of other weights or items. Name another file, or delete this one where those"
                            + " weights are gone.");
        }
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            Line line = line(text);
            if (line != null && line.items().length() == head.items()) {
                Double test = line.test();
                memory.of(line.program()).read(line.items(), test == null ? Double.NaN : test);
            }
            lines++;
        }
        if (!endsWhole()) {
            file.write(ByteBuffer.wrap(new byte[] {'\n'}), file.size());
        }
    }

    private boolean endsWhole() throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        file.read(last, file.size() - 1);
        return last.get(0) == '\n';
    }

    private Head head(String text) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8), Head.class);
        } catch (UncheckedIOException e) {
            throw refused(path, "It is no file of outcomes, and stays as it is. Name another one.");
        }
    }

    private static @Nullable Line line(String text) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8), Line.class);
        } catch (UncheckedIOException e) {
            return null; // half a line, from a kill
        }
    }

    /** Adds lines; what is written is with the operating system when this returns. */
    synchronized void append(List<Map.Entry<String, KnownOutcomes>> known) {
        try {
            for (Map.Entry<String, KnownOutcomes> one : known) {
                write(line(one));
                lines++;
            }
        } catch (IOException e) {
            throw refused(path, "It cannot be written: " + e.getMessage());
        }
    }

    private static byte[] line(Map.Entry<String, KnownOutcomes> one) {
        double test = one.getValue().test();
        return Json.bytes(new Line(one.getKey(), one.getValue().text(), Double.isNaN(test) ? null : (Double) test));
    }

    private void write(byte[] line) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n');
        bytes.flip();
        file.position(file.size());
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private static InvalidInputException refused(Path path, String reason) {
        return new InvalidInputException("kept outcomes", List.of(new Fault(path.toString(), reason)));
    }

    /** Lets go of it; where later lines repeat many earlier ones, or memory had no room for all, it is written anew first. */
    @Override
    public synchronized void close() {
        try (file) {
            List<Map.Entry<String, KnownOutcomes>> known = memory.all();
            if (lines > REPEATED * known.size()) {
                WholeFile.write(path, writer -> {
                    writer.write(new String(Json.bytes(head), StandardCharsets.UTF_8) + "\n");
                    for (Map.Entry<String, KnownOutcomes> one : known) {
                        writer.write(new String(line(one), StandardCharsets.UTF_8) + "\n");
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
