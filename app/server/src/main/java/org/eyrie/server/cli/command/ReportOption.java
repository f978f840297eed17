package org.eyrie.server.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A page about an answer, to be sent, kept or printed. */
public final class ReportOption {

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a page there: intervals drawn, and where they come from. One HTML file without outside"
                    + " parts or scripts.")
    private @Nullable Path file;

    /** Where it is wanted; null where it is not. */
    public @Nullable Path file() {
        return file;
    }

    /**
     * Looks whether it can be written.
     *
     * @throws WrongUseException if not
     */
    public void check() {
        LeftFile.check("--report", file);
    }

    /**
     * Writes it where it is wanted, and says so.
     *
     * @param out what is told to the person
     * @throws org.eyrie.model.InvalidInputException if it cannot be written
     */
    public void write(Consumer<PrintWriter> page, PrintWriter out) {
        if (file != null) {
            LeftFile.write("--report", file, page);
            out.println("Wrote a report to " + file + ".");
        }
    }
}
