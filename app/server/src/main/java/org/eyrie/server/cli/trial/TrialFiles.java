package org.eyrie.server.cli.trial;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.engine.trial.BacktestOutcome;
import org.eyrie.server.cli.command.LeftFile;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.out.Table;
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
     * @throws org.eyrie.server.cli.command.WrongUseException if not
     */
    void check() {
        LeftFile.checkApart("--out", out, "--report", report);
        LeftFile.check("--out", out);
        LeftFile.check("--report", report);
    }

    /**
     * Writes those that are wanted.
     *
     * @return what was written, a sentence each
     * @throws org.eyrie.model.InvalidInputException if one cannot be written
     */
    List<String> write(BacktestOutcome outcome, OutputOptions output, LocalDate today) {
        List<String> written = new ArrayList<>();
        if (out != null) {
            Table cells = CellsTable.of(outcome);
            LeftFile.write("--out", out, writer -> output.printToFile(cells, writer));
            written.add("Wrote " + cells.rows().size() + " cells to " + out + ".");
        }
        if (report != null) {
            LeftFile.write("--report", report, writer -> new BacktestReport(outcome, today).write(writer));
            written.add("Wrote a report to " + report + ".");
        }
        return written;
    }
}
