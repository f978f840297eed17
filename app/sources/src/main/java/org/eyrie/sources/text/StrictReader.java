package org.eyrie.sources.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;

/**
 * UTF-8 text with lines of bounded length. A byte order mark at the beginning is skipped.
 *
 * <p>Refuses what a lenient reader would turn into a question mark, and a line without end before it fills the
 * memory, in both cases with the number of the line.
 */
public final class StrictReader extends Reader {

    /** The longest line that is accepted, in characters: twice the longest outcomes of a benchmark. */
    public static final int MAX_LINE = 2_000_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;
    private final InputStream stream;
    private final int maxLine;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private boolean atEnd;
    private boolean atBeginning = true;
    private long line = 1;
    private int column;
    private boolean afterReturn;

    public StrictReader(String name, InputStream stream) {
        this(name, stream, MAX_LINE);
    }

    public StrictReader(String name, InputStream stream, int maxLine) {
        this.name = name;
        this.stream = stream;
        this.maxLine = maxLine;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length < 2) {
            return readOne(target, offset, length);
        }
        CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, atEnd);
            if (result.isError()) {
                count(target, offset, chars.position());
                throw notUtf8();
            }
            if (chars.position() > 0) {
                int first = skipMark(target, offset, chars.position());
                count(target, offset, first);
                if (first > 0) {
                    return first;
                }
                chars.clear();
            } else if (atEnd) {
                return -1;
            }
            fill();
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    // A character beyond the basic plane needs two places; a caller that offers one gets its halves in turn.
    private final char[] pair = new char[2];
    private int pending;

    private int readOne(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (pending == 0) {
            pending = Math.max(0, read(pair, 0, 2));
            if (pending == 0) {
                return -1;
            }
        }
        target[offset] = pair[0];
        pair[0] = pair[1];
        pending--;
        return 1;
    }

    private int skipMark(char[] target, int offset, int length) {
        boolean mark = atBeginning && target[offset] == BYTE_ORDER_MARK;
        atBeginning = false;
        if (mark) {
            System.arraycopy(target, offset + 1, target, offset, length - 1);
        }
        return mark ? length - 1 : length;
    }

    private void fill() throws IOException {
        bytes.compact();
        try {
            int read = stream.read(bytes.array(), bytes.position(), bytes.remaining());
            if (read < 0) {
                atEnd = true;
            } else {
                bytes.position(bytes.position() + read);
            }
        } catch (EOFException | ZipException e) {
            throw new UnreadableException(
                    new Place(name, line), "The compressed file is truncated or damaged here: fetch it again");
        } finally {
            bytes.flip();
        }
    }

    private void count(char[] target, int offset, int length) throws UnreadableException {
        for (int at = offset; at < offset + length; at++) {
            char next = target[at];
            if (next == '\n' && afterReturn) {
                afterReturn = false;
            } else if (next == '\n' || next == '\r') {
                line++;
                column = 0;
                afterReturn = next == '\r';
            } else {
                afterReturn = false;
                if (++column > maxLine) {
                    throw new UnreadableException(
                            new Place(name, line),
                            "The line is longer than " + maxLine + " characters: this is not such a file, or its line"
                                    + " ends are missing");
                }
            }
        }
    }

    private UnreadableException notUtf8() {
        int bad = bytes.get(bytes.position()) & 0xff;
        boolean utf16 = line == 1 && column == 0 && bad >= 0xfe;
        return new UnreadableException(
                new Place(name, line),
                utf16
                        ? "This is UTF-16, not UTF-8. Convert it, for example with: iconv -f UTF-16 -t UTF-8"
                        : String.format(
                                "The byte 0x%02X is not UTF-8. Convert the file, for example with: iconv -f LATIN1 -t"
                                        + " UTF-8",
                                bad));
    }
}
