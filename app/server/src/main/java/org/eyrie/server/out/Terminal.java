package org.eyrie.server.out;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a command prints.
 *
 * @param out answers
 * @param err progress, notes and errors
 * @param attended whether a person sees {@code err} as it is printed; progress is not shown otherwise
 * @param width characters that a line of a table in {@code out} may have
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean attended, int width) {

    /** The width of what is read by programs. */
    public static final int ENDLESS = Integer.MAX_VALUE;

    /** The width of what is read by people: a window of usual size, and a comment that quotes it. */
    private static final int READABLE = 100;

    /** The launcher knows best whether standard error is a terminal, and says so in this property. */
    private static final String ATTENDED = "eyrie.attended";

    /** One whose answers are read by programs. */
    public Terminal(PrintWriter out, PrintWriter err, boolean attended) {
        this(out, err, attended, ENDLESS);
    }

    /** The process's own streams, in UTF-8. */
    public static Terminal ofProcess() {
        Writer out = writer(System.out);
        boolean read = isTerminal(1);
        // What goes into a file or another program is data and stays as it is.
        return new Terminal(
                new PrintWriter(read ? new PlainWriter(out) : out, true),
                new PrintWriter(new PlainWriter(writer(System.err)), true),
                isAttended(),
                read ? READABLE : ENDLESS);
    }

    private static Writer writer(PrintStream stream) {
        return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    private static boolean isAttended() {
        String told = System.getProperty(ATTENDED);
        if (told != null) {
            return Boolean.parseBoolean(told);
        }
        // System.console() asks about standard input and output, not about standard error.
        return isTerminal(2);
    }

    private static boolean isTerminal(int stream) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).startsWith("/dev/pts");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
