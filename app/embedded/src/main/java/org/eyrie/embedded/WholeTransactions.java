package org.eyrie.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/**
 * Where the whole transactions of one of Neo4j's log files end. Each begins with a start entry and ends with a commit
 * entry, whose last four bytes are the CRC-32C of all before them; so its end is found without understanding what is
 * between. A file has a header of a fixed length, and transactions one after the other.
 *
 * <pre>
 * start    version, 1, when (8 bytes), ...
 * commit   version, 5, number (8 bytes), when (8 bytes), CRC-32C (4 bytes); little-endian, as all the rest
 * </pre>
 */
final class WholeTransactions {

    /** The first byte of a file whose header and entries are as said here: those of Neo4j since 5.20. */
    private static final byte FORMAT = 9;

    private static final int HEADER = 128;
    private static final byte START = 1;
    private static final byte COMMIT = 5;

    /** From the second byte of a commit entry to its checksum. */
    private static final int COMMITTED = 17;

    private static final int NONE = -1;

    /** What stands where the time of a start entry is read tells chance from an entry. */
    private static final long EARLIEST = Instant.parse("2010-01-01T00:00:00Z").toEpochMilli();

    private static final long LATEST = Instant.parse("2150-01-01T00:00:00Z").toEpochMilli();

    private final ByteBuffer log;

    private WholeTransactions(byte[] log) {
        this.log = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Where in a log file something begins that is no whole transaction, and after which there is none. Nothing where the
     * file ends with a whole one or with nothing but zeros, and where we cannot tell: another format, whole transactions
     * after what is damaged, a file too large to be read.
     */
    static OptionalLong tornAt(Path file) throws IOException {
        if (Files.size(file) > Runtime.getRuntime().maxMemory() / 4) {
            return OptionalLong.empty();
        }
        return new WholeTransactions(Files.readAllBytes(file)).tornAt();
    }

    private OptionalLong tornAt() {
        if (log.limit() <= HEADER || log.get(0) != FORMAT) {
            return OptionalLong.empty();
        }
        int whole = HEADER;
        for (int next = endOfOneAt(whole); next != NONE; next = endOfOneAt(whole)) {
            whole = next;
        }
        return isZeroFrom(whole) || hasOneAfter(whole) ? OptionalLong.empty() : OptionalLong.of(whole);
    }

    /** Where the transaction ends that begins here; {@link #NONE} where none does, or not a whole one. */
    private int endOfOneAt(int begin) {
        if (!beginsAt(begin)) {
            return NONE;
        }
        byte version = log.get(begin);
        CRC32C checksum = new CRC32C();
        int summed = begin;
        for (int at = begin + 2; at + COMMITTED + Integer.BYTES <= log.limit(); at++) {
            if (log.get(at) == COMMIT && log.get(at - 1) == version) {
                int end = at + COMMITTED;
                checksum.update(log.slice(summed, end - summed));
                summed = end;
                if (log.getInt(end) == (int) checksum.getValue()) {
                    return end + Integer.BYTES;
                }
            }
        }
        return NONE;
    }

    private boolean beginsAt(int at) {
        if (at + 2 + Long.BYTES > log.limit() || log.get(at + 1) != START) {
            return false;
        }
        long when = log.getLong(at + 2);
        return when > EARLIEST && when < LATEST;
    }

    private boolean hasOneAfter(int begin) {
        for (int at = begin + 1; at < log.limit(); at++) {
            if (endOfOneAt(at) != NONE) {
                return true;
            }
        }
        return false;
    }

    private boolean isZeroFrom(int begin) {
        for (int at = begin; at < log.limit(); at++) {
            if (log.get(at) != 0) {
                return false;
            }
        }
        return true;
    }
}
