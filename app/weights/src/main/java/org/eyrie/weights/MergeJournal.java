package org.eyrie.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which shards of a merge are written: a line that says of which merge, then one for each, synced. A last line without an
 * end does not count, as its writer was killed over it.
 */
final class MergeJournal {

    static final String NAME = "eyrie-merge.journal";

    private final Path file;
    private final Map<String, Long> done;

    private MergeJournal(Path file, Map<String, Long> done) {
        this.file = file;
        this.done = done;
    }

    /**
     * Goes on with the journal of a folder, or begins one.
     *
     * @param merge what tells this merge from any other, in one line
     */
    static MergeJournal open(Path folder, String merge) throws IOException {
        Path file = folder.resolve(NAME);
        List<String> lines = Files.exists(file) ? lines(file) : List.of();
        boolean other = !lines.isEmpty() && !lines.get(0).equals(merge);
        // Where nothing was written, as after a parent that could not be read, nothing keeps another merge from
        // beginning.
        if (lines.isEmpty() || (other && done(lines).isEmpty())) {
            if (Files.exists(folder.resolve(WeightsFolder.SINGLE))
                    || Files.exists(folder.resolve(WeightsFolder.INDEX))) {
                throw new UnusableWeightsException(
                        folder.toString(), "A model is there already. Name another folder, or remove it.");
            }
            ShardWriter.text(file, merge + "\n");
            return new MergeJournal(file, new LinkedHashMap<>());
        }
        if (other) {
            throw new UnusableWeightsException(
                    folder.toString(),
                    "Another merge was begun there and not ended: other parents, another program or other shards. It wrote "
                            + done(lines).size() + " of its shards. Name another folder, or remove this one.");
        }
        ShardWriter.text(file, String.join("\n", lines) + "\n");
        return new MergeJournal(file, done(lines));
    }

    /** What is written as a whole. */
    private static List<String> lines(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private static Map<String, Long> done(List<String> lines) {
        Map<String, Long> done = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int space = line.indexOf(' ');
            if (space > 0 && line.substring(space + 1).matches("\\d{1,18}")) {
                done.put(line.substring(0, space), Long.parseLong(line.substring(space + 1)));
            }
        }
        return done;
    }

    /** Whether a shard is written and as long as it was. */
    boolean has(Path folder, Shard shard) throws IOException {
        Path written = folder.resolve(shard.name());
        return Files.exists(written) && Files.size(written) == done.getOrDefault(shard.name(), -1L);
    }

    void add(Shard shard, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer line = ByteBuffer.wrap((shard.name() + " " + bytes + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        }
        done.put(shard.name(), bytes);
    }

    void remove() throws IOException {
        Files.delete(file);
    }
}
