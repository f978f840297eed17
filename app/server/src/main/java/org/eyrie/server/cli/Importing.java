package org.eyrie.server.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.eyrie.model.Fault;
import org.eyrie.model.WriteSummary;
import org.eyrie.server.json.Json;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Table;
import org.eyrie.server.out.TextTable;
import org.eyrie.server.stores.Session;
import org.eyrie.server.stores.Stores;
import org.eyrie.sources.ImportMonitor;
import org.eyrie.sources.ImportReport;
import org.eyrie.sources.Importer;
import org.eyrie.sources.Source;

/** Runs an import and prints its summary. */
final class Importing {

    private static final int LISTED = 100;

    private final Workshop workshop;
    private final Stores stores;
    private final ProgressBar bar;

    Importing(Workshop workshop, Session session, ProgressBar bar) {
        this.workshop = workshop;
        this.stores = session.stores();
        this.bar = bar;
    }

    /** Imports and returns the exit code. */
    int run(Source source, ImportSettings settings) {
        Importer importer = new Importer(stores.facts(), stores.lineage(), stores.scores(), workshop.clock());
        ImportReport report = importer.run(source, settings.options(), new ImportMonitor() {
            @Override
            public void onProgress(Phase phase, long done, long total) {
                bar.at(phase.name().toLowerCase(Locale.ROOT), done, Math.max(total, 0));
            }
        });
        bar.wipe();
        PrintWriter out = workshop.terminal().out();
        if (settings.json()) {
            out.println(Json.pretty(report));
        } else {
            print(report, out);
        }
        return report.rejectedRows() > 0 && !settings.skipsBadRows() ? 1 : 0;
    }

    private void print(ImportReport report, PrintWriter out) {
        Table table = new Table("", "created", "unchanged", "changed");
        row(table, "models", report.written().models());
        row(table, "derivations", report.written().derivations());
        row(table, "benchmarks", report.written().benchmarks());
        row(table, "scores", report.written().evaluations());
        TextTable.print(table, out);
        out.printf(
                Locale.ROOT,
                "%s rejected, %.1f s%s%n",
                report.rejectedRows() == 1 ? "1 row" : report.rejectedRows() + " rows",
                report.seconds(),
                report.dryRun() ? "; a dry run: nothing was written" : "");
        PrintWriter err = workshop.terminal().err();
        report.rejected().stream().limit(LISTED).forEach(fault -> err.println("rejected: " + fault));
        if (report.rejectedRows() > LISTED) {
            err.println("... and " + (report.rejectedRows() - LISTED) + " more");
        }
        report.notes().stream().limit(LISTED).map(Fault::toString).forEach(note -> err.println("note: " + note));
        report.ignored().forEach((column, rows) -> err.println("note: nobody reads \"" + column + "\""));
    }

    private static void row(Table table, String kind, WriteSummary.Counts counts) {
        table.row(kind, counts.created(), counts.unchanged(), counts.changed());
    }
}
