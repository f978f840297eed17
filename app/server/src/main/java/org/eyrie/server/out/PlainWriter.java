package org.eyrie.server.out;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes text for a terminal, and nothing that a terminal obeys: what comes from files and registries could otherwise
 * recolour, hide or forge lines, or type. Line feeds and tabs stay, and so does {@link #REDRAW}, which is ours.
 */
final class PlainWriter extends FilterWriter {

    /** Back to the beginning of the line, which is wiped; only at the beginning of a string. */
    static final String REDRAW = "\r\u001b[K";

    /** Where Unicode has pictures of the control characters. */
    private static final int PICTURES = 0x2400;

    private static final char PICTURE_OF_DELETE = '\u2421';
    private static final char UNKNOWN = '\uFFFD';

    PlainWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        out.write(plain((char) character));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        int begin = from;
        if (text.startsWith(REDRAW, from) && length >= REDRAW.length()) {
            out.write(REDRAW);
            begin += REDRAW.length();
        }
        StringBuilder plain = new StringBuilder(length);
        for (int at = begin; at < from + length; at++) {
            boolean endsLine = text.startsWith("\r\n", at) && at + 1 < from + length;
            plain.append(endsLine ? '\r' : plain(text.charAt(at)));
        }
        out.write(plain.toString());
    }

    private static char plain(char character) {
        if (character == '\n' || character == '\t') {
            return character;
        }
        if (character < ' ') {
            return (char) (PICTURES + character);
        }
        if (character == '\u007f') {
            return PICTURE_OF_DELETE;
        }
        return Character.isISOControl(character) || turnsText(character) ? UNKNOWN : character;
    }

    /** Characters that have what follows read from the other side, so that a name looks like another. */
    private static boolean turnsText(char character) {
        return (character >= '\u202A' && character <= '\u202E') || (character >= '\u2066' && character <= '\u2069');
    }
}
