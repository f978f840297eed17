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
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean attended) {

    /** The launcher knows best whether standard error is a terminal, and says so in this property. */
    private static final String ATTENDED = "eyrie.attended";

    /** The process's own streams, in UTF-8. */
    public static Terminal ofProcess() {
        Writer out = writer(System.out);
        // What goes into a file or another program is data and stays as it is.
        return new Terminal(
                new PrintWriter(isTerminal(1) ? new PlainWriter(out) : out, true),
                new PrintWriter(new PlainWriter(writer(System.err)), true),
                isAttended());
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

    private static boolean isTerminal(int descriptor) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .startsWith("/dev/pts");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
