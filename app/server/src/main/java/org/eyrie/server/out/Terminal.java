package org.eyrie.server.out;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

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
        Console console = System.console();
        return console != null;
    }
}
