package org.eyrie.server.out;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
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
        return new Terminal(writer(System.out), writer(System.err), isAttended());
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static boolean isAttended() {
        String told = System.getProperty(ATTENDED);
        if (told != null) {
            return Boolean.parseBoolean(told);
        }
        // System.console() asks about standard input and output, not about standard error.
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/2")).startsWith("/dev/pts");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
