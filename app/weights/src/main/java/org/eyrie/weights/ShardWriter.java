package org.eyrie.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file so that it is there whole or not at all: under another name, synced, renamed. */
final class ShardWriter {

    static final String PART = ".part";
    private static final int BUFFER = 1 << 20;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

    /** Writes all of a shard; tensors that cannot be merged are copied from the base. */
    void write(Path folder, Shard shard, WeightsFolder base, TensorMaker maker) throws IOException {
        Path part = folder.resolve(shard.name() + PART);
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            drain(channel, shard.header());
            for (TensorInfo tensor : shard.tensors()) {
                if (!tensor.dtype().merged()) {
                    base.file(tensor.name()).copy(base.info(tensor.name()), channel);
                    continue;
                }
                long[] written = new long[1];
                maker.make(tensor, (values, count) -> {
                    written[0] += count;
                    put(channel, tensor, values, count);
                });
                if (written[0] != tensor.size()) {
                    throw new IllegalStateException(
                            tensor.name() + " got " + written[0] + " elements instead of " + tensor.size());
                }
            }
            channel.force(true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        rename(part, folder.resolve(shard.name()));
    }

    private void put(FileChannel channel, TensorInfo tensor, float[] values, int count) throws IOException {
        int width = tensor.dtype().bytes();
        for (int done = 0; done < count; ) {
            int now = Math.min(count - done, BUFFER / width);
            buffer.clear();
            for (int k = done; k < done + now; k++) {
                put(tensor, values[k]);
            }
            drain(channel, buffer.flip());
            done += now;
        }
    }

    private void put(TensorInfo tensor, float value) throws IOException {
        if (tensor.dtype() == Dtype.F32) {
            buffer.putFloat(value);
            return;
        }
        short half = tensor.dtype() == Dtype.BF16 ? Halves.toBrain(value) : Halves.toHalf(value);
        float back = tensor.dtype() == Dtype.BF16 ? Halves.brain(half) : Halves.half(half);
        if (!Float.isFinite(back)) {
            throw new UnusableWeightsException(
                    "tensor " + tensor.name(),
                    "An element becomes " + value + ", which " + tensor.dtype()
                            + " cannot hold. Lower the program's weights, or merge parents of BF16 or F32.");
        }
        buffer.putShort(half);
    }

    private static void drain(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
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
            drain(channel, ByteBuffer.wrap(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        rename(part, file);
    }
}
