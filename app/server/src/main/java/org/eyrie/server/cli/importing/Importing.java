package org.eyrie.server.cli.importing;

import org.eyrie.server.cli.command.Cancellation;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.imports.Importers;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.importing.Importer;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.spi.Source;
import org.eyrie.task.Progress;

/** An import under way: shows how far it is, ends at Ctrl-C, prints what became of it. */
final class Importing {

    private final ProgressBar bar;
    private final ImportMode mode;
    private final Importer importer;
    private final ReportPrinter printer;
    private final Cancellation cancellation;

    Importing(CommandContext context, Session session, ProgressBar bar, ImportMode mode) {
        this.bar = bar;
        this.mode = mode;
        this.cancellation = context.interruption().cancellation();
        this.importer = Importers.into(
                session.stores(),
                context.clock(),
                mode.benchmarks().map(context.environment()),
                new CommandBulk(
                        session,
                        mode.bulk(),
                        progress(bar, cancellation),
                        context.terminal().err()));
        this.printer = new ReportPrinter(context.terminal(), mode.json());
    }

    /** Imports, prints the report and returns the exit code. */
    int run(Source source) {
        return print(load(source));
    }

    /** Imports. */
    ImportReport load(Source source) {
        return importer.run(source, mode.options(), progress());
    }

    /** Prints a report and returns the exit code: rows that were to be right and are not make a failure. */
    int print(ImportReport report) {
        bar.wipe();
        printer.print(report);
        return report.rejectedRows() > 0 && !mode.options().skipBadRows() ? 1 : 0;
    }

    Importer importer() {
        return importer;
    }

    ProgressBar bar() {
        return bar;
    }

    /** Draws the bar; ends what imports and what waits for a server, at Ctrl-C. */
    Progress progress() {
        return progress(bar, cancellation);
    }

    private static Progress progress(ProgressBar bar, Cancellation cancellation) {
        return Progress.of(bar::at, cancellation::requested);
    }
}
