package org.eyrie.server.cli.importing;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eyrie.model.WriteSummary;
import org.eyrie.server.json.Json;
import org.eyrie.server.out.Table;
import org.eyrie.server.out.Terminal;
import org.eyrie.server.out.TextTable;
import org.eyrie.sources.spi.BenchmarksMet;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.spi.NoteKind;

/** What became of an import, for people or for programs; the same whatever was imported. */
final class ReportPrinter {

    private static final int LISTED = 100;
    private static final int NAMED = 10;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    ReportPrinter(Terminal terminal, boolean json) {
        this.out = terminal.out();
        this.err = terminal.err();
        this.json = json;
    }

    void print(ImportReport report) {
        if (json) {
            out.println(Json.pretty(report));
            out.flush();
            return;
        }
        if (report.dryRun()) {
            ArrivalTable.print(report.arrivals(), out);
        }
        Table table = new Table("", "created", "unchanged", "changed");
        row(table, "models", report.written().models());
        row(table, "derivations", report.written().derivations());
        row(table, "benchmarks", report.written().benchmarks());
        row(table, "scores", report.written().evaluations());
        row(table, "recipes", report.written().recipes());
        TextTable.print(table, out);
        out.printf(
                Locale.ROOT,
                "%s rejected, %.1f s%s%n",
                report.rejectedRows() == 1 ? "1 row" : report.rejectedRows() + " rows",
                report.seconds(),
                report.dryRun() ? "; a dry run: nothing was written" : "");
        if (report.number() != null) {
            out.println("Import " + report.number() + "; eyrie forget --import " + report.number() + " takes it back");
        }
        benchmarks(report.benchmarks());
        said(report.written().kept(), "stayed as they were: they were measured on more items than what was read here");
        said(
                report.written().unaligned(),
                "were written without their items: those of the benchmark are known by position alone, these by name");
        out.flush();
        report.rejected().stream().limit(LISTED).forEach(fault -> err.println("rejected: " + fault));
        more(report.rejectedRows());
        List<NoteKind> kinds = NoteKind.of(report.notes());
        kinds.stream().limit(LISTED).forEach(kind -> err.println("note: " + kind));
        more(kinds.size());
        ignored(report.ignored());
    }

    // Headers of weights have dozens of keys about the network's shape: they share a line.
    private void ignored(Map<String, Long> keys) {
        List<String> said = keys.entrySet().stream()
                .map(each -> each.getKey() + (each.getValue() == 1 ? "" : ", " + each.getValue() + " times"))
                .toList();
        if (said.size() <= NAMED) {
            said.forEach(each -> err.println("note: not read: " + each));
        } else {
            err.println("note: not read: " + String.join("; ", said.subList(0, NAMED)) + "; and "
                    + (said.size() - NAMED) + " more; --json lists them");
        }
    }

    private void benchmarks(BenchmarksMet met) {
        if (met.scores() == 0) {
            return;
        }
        List<String> created = met.created();
        String names = String.join(", ", created.subList(0, Math.min(NAMED, created.size())))
                + (created.size() > NAMED ? " and " + (created.size() - NAMED) + " more" : "");
        out.println("Benchmarks: " + met.known() + " known, " + created.size() + " new"
                + (created.isEmpty() ? "" : ": " + names));
        out.println("Evidence: " + met.evidence() + " of " + met.scores() + " scores are on benchmarks with "
                + BenchmarksMet.ENOUGH + " models or more");
    }

    private void said(int scores, String what) {
        if (scores > 0) {
            out.println("Of the scores, " + scores + " " + what);
        }
    }

    private void more(long count) {
        if (count > LISTED) {
            err.println("... and " + (count - LISTED) + " more; --json lists them");
        }
    }

    private static void row(Table table, String kind, WriteSummary.Counts counts) {
        table.row(kind, counts.created(), counts.unchanged(), counts.changed());
    }
}
