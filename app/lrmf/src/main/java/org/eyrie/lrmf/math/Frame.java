package org.eyrie.lrmf.math;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.eyrie.lrmf.math.UnreadableBytesException.Reason;

/**
 * The frame that bytes to be kept stand in: a mark of four bytes that says what they are, a version of four, the body,
 * and eight with the CRC-32 of all before them. Bodies change from version to version, the frame does not: thus damage is
 * told from age, and whoever meets bytes of a later version can name it.
 *
 * @param mark four letters as a number, such as 0x4954454D for ITEM
 * @param version of the body, which counts up whenever that gets another shape
 * @param what the thing with its article, for people, such as {@code an item fit}
 */
public record Frame(int mark, int version, String what) {

    private static final int HEAD = 2 * Integer.BYTES;
    private static final int LEAST = HEAD + Long.BYTES;

    /** Writes a body. */
    @FunctionalInterface
    public interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    /** Reads a body: as many bytes as were written, no less and no more. */
    @FunctionalInterface
    public interface Reader<T> {

        /**
         * Reads.
         *
         * @throws IOException if that cannot be what stands there; the message says why, without a full stop
         */
        T read(DataInputStream in) throws IOException;
    }

    /** Bytes that can be summed up where they are. */
    private static final class Buffer extends ByteArrayOutputStream {
        long sum() {
            return Frame.sum(buf, 0, count);
        }
    }

    /** A body in its frame. */
    public byte[] write(Writer body) {
        Buffer bytes = new Buffer();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(mark);
            out.writeInt(version);
            body.write(out);
            out.flush();
            out.writeLong(bytes.sum());
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The body that stands in a frame of this mark and version.
     *
     * @throws UnreadableBytesException if these are other bytes, damaged ones, or ones of another version
     */
    public <T> T read(byte[] bytes, Reader<T> body) {
        check(bytes);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, HEAD, bytes.length - LEAST))) {
            T read = body.read(in);
            if (in.read() >= 0) {
                throw new IOException("it is longer than what it holds");
            }
            return read;
        } catch (EOFException e) {
            throw new UnreadableBytesException(Reason.DAMAGED, "This " + noun() + " is damaged: it ends too early.", e);
        } catch (IOException e) {
            throw new UnreadableBytesException(
                    Reason.DAMAGED, "This " + noun() + " is damaged: " + e.getMessage() + ".", e);
        }
    }

    private void check(byte[] bytes) {
        if (bytes.length < LEAST) {
            throw new UnreadableBytesException(
                    Reason.DAMAGED,
                    "These are " + bytes.length + " bytes, too few for " + what + ": it is damaged or cut off.");
        }
        ByteBuffer all = ByteBuffer.wrap(bytes);
        if (all.getInt(0) != mark) {
            throw new UnreadableBytesException(
                    Reason.FOREIGN, "These bytes are not " + what + ", or their beginning is damaged.");
        }
        int found = all.getInt(Integer.BYTES);
        int end = bytes.length - Long.BYTES;
        long expected = all.getLong(end);
        // Once upon a time a sum began behind the head; that such bytes are old is a better answer than damage.
        boolean whole = sum(bytes, 0, end) == expected || (found < version && sum(bytes, HEAD, end) == expected);
        if (!whole) {
            throw new UnreadableBytesException(
                    Reason.DAMAGED, "This " + noun() + " is damaged or cut off: its checksum is wrong.");
        }
        if (found != version) {
            throw ofVersion(found);
        }
    }

    /** What to say of whole bytes of another version: those who know of frames before this one ask for it. */
    public UnreadableBytesException ofVersion(int found) {
        String both = "This " + noun() + " is of version " + found + ", this program reads version " + version + ": ";
        return found < version
                ? new UnreadableBytesException(Reason.TOO_OLD, both + "fit again, or use the program that made it.")
                : new UnreadableBytesException(
                        Reason.TOO_NEW, both + "it takes the newer program that made it, or fit again with this one.");
    }

    private String noun() {
        return what.substring(what.indexOf(' ') + 1);
    }

    private static long sum(byte[] bytes, int from, int to) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, to - from);
        return sum.getValue();
    }
}
