package org.eyrie.server.cli.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.engine.trial.BacktestOutcome;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.out.Table;
import org.eyrie.server.out.WholeFile;
import org.eyrie.server.report.BacktestReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Files that an experiment leaves. */
final class TrialFiles {

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write every cell there, measured and predicted by each, as CSV unless --json is given.")
    private @Nullable Path out;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Write a page of charts there: calibration, predicted against measured, and errors by benchmark,"
                            + " relation, size and date. One HTML file without outside parts.")
    private @Nullable Path report;

    boolean wanted() {
        return out != null || report != null;
    }

    /**
     * Looks whether they can be written, before anything is worked out for minutes.
     *
     * @throws WrongUseException if not
     */
    void check() {
        if (out != null && out.equals(report)) {
            throw new WrongUseException("--out and --report are one file: " + out + ". Name two.");
        }
        check("--out", out);
        check("--report", report);
    }

    private static void check(String option, @Nullable Path file) {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new WrongUseException(option + " " + file + " is a folder. Name a file in it.");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new WrongUseException(option + " " + file + ": there is no folder " + folder + ". Make it first.");
        }
    }

    /**
     * Writes those that are wanted.
     *
     * @return what was written, a sentence each
     * @throws InvalidInputException if one cannot be written
     */
    List<String> write(BacktestOutcome outcome, OutputOptions output, LocalDate today) {
        List<String> written = new ArrayList<>();
        if (out != null) {
            Table cells = CellsTable.of(outcome);
            write("--out", out, writer -> output.printToFile(cells, writer));
            written.add("Wrote " + cells.rows().size() + " cells to " + out + ".");
        }
        if (report != null) {
            write("--report", report, writer -> new BacktestReport(outcome, today).write(writer));
            written.add("Wrote a report to " + report + ".");
        }
        return written;
    }

    private interface Printed {
        void write(PrintWriter writer);
    }

    private static void write(String option, Path file, Printed content) {
        try {
            WholeFile.write(file, target -> {
                PrintWriter writer = new PrintWriter(target);
                content.write(writer);
                if (writer.checkError()) {
                    throw new IOException("the disk may be full");
                }
            });
        } catch (IOException e) {
            throw new InvalidInputException(
                    option + " " + file, List.of(new Fault("the file", "It cannot be written: " + e.getMessage())));
        }
    }
}
