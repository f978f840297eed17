package org.eyrie.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Writes a file so that it is there whole or not at all: under another name, synced, renamed. */
final class ShardWriter {

    static final String PART = ".part";

    private final TensorWorkers workers;

    ShardWriter(TensorWorkers workers) {
        this.workers = workers;
    }

    /** Writes all of a shard, several tensors at once; those that cannot be merged are copied from the base. */
    void write(Path folder, Shard shard, WeightsFolder base, TensorMaker maker) throws IOException {
        Path part = folder.resolve(shard.name() + PART);
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer header = shard.header();
            long data = header.remaining();
            ElementCodec.drain(channel, header, 0);
            List<TensorWorkers.Work> works = new ArrayList<>();
            for (TensorInfo tensor : shard.tensors()) {
                long place = data + tensor.begin();
                works.add(new TensorWorkers.Work(tensor.bytes(), () -> tensor(channel, place, tensor, base, maker)));
            }
            workers.run(works);
            channel.force(true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        rename(part, folder.resolve(shard.name()));
    }

    private static void tensor(
            FileChannel channel, long place, TensorInfo tensor, WeightsFolder base, TensorMaker maker)
            throws IOException {
        if (!tensor.dtype().merged()) {
            base.file(tensor.name()).copy(base.info(tensor.name()), channel, place);
            return;
        }
        long[] written = new long[1];
        maker.make(tensor, (values, count) -> {
            put(channel, place + written[0] * tensor.dtype().bytes(), tensor, values, count);
            written[0] += count;
        });
        if (written[0] != tensor.size()) {
            throw new IllegalStateException(
                    tensor.name() + " got " + written[0] + " elements instead of " + tensor.size());
        }
    }

    private static void put(FileChannel channel, long place, TensorInfo tensor, float[] values, int count)
            throws IOException {
        try (ElementCodec codec = ElementCodec.lent()) {
            int wrong = codec.write(channel, tensor.dtype(), place, values, count);
            if (wrong >= 0) {
                throw new UnusableWeightsException(
                        "tensor " + tensor.name(),
                        "An element becomes " + values[wrong] + ", which " + tensor.dtype()
                                + " cannot hold. Lower the program's weights, or merge parents of BF16 or F32.");
            }
        }
    }

    /** Puts a synced file in its place, and has the folder remember it. */
    static void rename(Path part, Path whole) throws IOException {
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        Path folder = whole.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Where a folder cannot be opened, such as on Windows, renaming is as lasting as it gets.
        }
    }

    /** A small text, likewise. */
    static void text(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + PART);
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ElementCodec.drain(channel, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        rename(part, file);
    }
}
