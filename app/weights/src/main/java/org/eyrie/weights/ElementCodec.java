package org.eyrie.weights;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Turns bytes of a file into floats and back, a megabyte at a time. One has two megabytes of its own; those that are free are
 * lent again, so there are never more than threads that read or write at once.
 */
final class ElementCodec implements AutoCloseable {

    /** Bytes that are read or written at once. */
    static final int BUFFER = 1 << 20;

    private static final ConcurrentLinkedQueue<ElementCodec> FREE = new ConcurrentLinkedQueue<>();

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final short[] halves = new short[BUFFER / 2];

    private ElementCodec() {}

    /** One for this thread until it is closed. */
    static ElementCodec lent() {
        ElementCodec free = FREE.poll();
        return free == null ? new ElementCodec() : free;
    }

    /** Reads floats from a place of a file on. */
    void read(FileChannel channel, Path path, Dtype dtype, long at, float[] into, int count) throws IOException {
        if (!dtype.merged()) {
            throw new IllegalArgumentException(dtype + " is copied, not read");
        }
        for (int done = 0; done < count; ) {
            int now = Math.min(count - done, BUFFER / dtype.bytes());
            bytes.clear().limit(now * dtype.bytes());
            fully(channel, bytes, at + (long) done * dtype.bytes(), path);
            bytes.flip();
            decode(dtype, into, done, now);
            done += now;
        }
    }

    private void decode(Dtype dtype, float[] into, int from, int count) {
        if (dtype == Dtype.F32) {
            bytes.asFloatBuffer().get(into, from, count);
            return;
        }
        bytes.asShortBuffer().get(halves, 0, count);
        if (dtype == Dtype.BF16) {
            for (int k = 0; k < count; k++) {
                into[from + k] = Halves.brain(halves[k]);
            }
        } else {
            for (int k = 0; k < count; k++) {
                into[from + k] = Halves.half(halves[k]);
            }
        }
    }

    /**
     * Writes floats from a place of a file on.
     *
     * @return the place in the array of an element that the type cannot hold, or -1
     */
    int write(FileChannel channel, Dtype dtype, long at, float[] values, int count) throws IOException {
        for (int done = 0; done < count; ) {
            int now = Math.min(count - done, BUFFER / dtype.bytes());
            bytes.clear().limit(now * dtype.bytes());
            if (dtype == Dtype.F32) {
                bytes.asFloatBuffer().put(values, done, now);
            } else if (encode(dtype, values, done, now)) {
                bytes.asShortBuffer().put(halves, 0, now);
            } else {
                return done + tooLarge(dtype, now);
            }
            drain(channel, bytes, at + (long) done * dtype.bytes());
            done += now;
        }
        return -1;
    }

    /** Whether the type holds all of them. */
    private boolean encode(Dtype dtype, float[] values, int from, int count) {
        int largest = 0;
        if (dtype == Dtype.BF16) {
            for (int k = 0; k < count; k++) {
                short half = Halves.toBrain(values[from + k]);
                halves[k] = half;
                largest = Math.max(largest, half & 0x7fff);
            }
        } else {
            for (int k = 0; k < count; k++) {
                short half = Halves.toHalf(values[from + k]);
                halves[k] = half;
                largest = Math.max(largest, half & 0x7fff);
            }
        }
        return largest < infinity(dtype);
    }

    private int tooLarge(Dtype dtype, int count) {
        int k = 0;
        while (k < count - 1 && (halves[k] & 0x7fff) < infinity(dtype)) {
            k++;
        }
        return k;
    }

    private static int infinity(Dtype dtype) {
        return dtype == Dtype.BF16 ? 0x7f80 : 0x7c00;
    }

    /** Copies bytes from a place of one file to a place of another. */
    void copy(FileChannel from, Path path, long begin, long size, FileChannel to, long place) throws IOException {
        for (long done = 0; done < size; ) {
            bytes.clear().limit((int) Math.min(BUFFER, size - done));
            fully(from, bytes, begin + done, path);
            bytes.flip();
            int now = bytes.remaining();
            drain(to, bytes, place + done);
            done += now;
        }
    }

    static void fully(FileChannel channel, ByteBuffer into, long from, Path path) throws IOException {
        long at = from;
        while (into.hasRemaining()) {
            int read = channel.read(into, at);
            if (read < 0) {
                throw new EOFException(path + " became shorter while it was read");
            }
            at += read;
        }
    }

    static void drain(FileChannel channel, ByteBuffer bytes, long place) throws IOException {
        long at = place;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    /** The first element that is not finite, or -1. */
    static int notFinite(float[] values, int count) {
        // Times 0 it is 0 or not a number; four sums, since each addition waits for the one before.
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int k = 0;
        for (; k + 3 < count; k += 4) {
            a += 0 * values[k];
            b += 0 * values[k + 1];
            c += 0 * values[k + 2];
            d += 0 * values[k + 3];
        }
        for (; k < count; k++) {
            a += 0 * values[k];
        }
        if (a + b + c + d == 0) {
            return -1;
        }
        k = 0;
        while (Float.isFinite(values[k])) {
            k++;
        }
        return k;
    }

    /** Lends it to others. */
    @Override
    public void close() {
        FREE.add(this);
    }
}
