package org.eyrie.server.cli.importing;

import java.util.stream.Stream;
import org.eyrie.model.WriteSummary;
import org.eyrie.server.out.Terminal;
import org.eyrie.server.registry.MlflowFollower;
import org.eyrie.sources.spi.ImportReport;

/** Prints what a watch brings; a poll that brought nothing new is not worth a line, unless it is the first. */
final class WatchPrinter implements MlflowFollower.Listener {

    private final Terminal terminal;
    private final Importing importing;
    private boolean first = true;
    private long rejectedBefore;

    WatchPrinter(Terminal terminal, Importing importing) {
        this.terminal = terminal;
        this.importing = importing;
    }

    @Override
    public void onReport(ImportReport report) {
        importing.bar().wipe();
        if (first || isNews(report.written()) || report.rejectedRows() > rejectedBefore) {
            importing.print(report);
        }
        first = false;
        rejectedBefore = report.rejectedRows();
    }

    @Override
    public void onWrittenBack(int tags) {
        terminal.err().println(tags + " predictions written back as tags");
    }

    @Override
    public void onFailure(String reason) {
        importing.bar().wipe();
        terminal.err().println(reason);
    }

    private static boolean isNews(WriteSummary written) {
        return Stream.of(
                        written.models(),
                        written.derivations(),
                        written.benchmarks(),
                        written.evaluations(),
                        written.recipes())
                .anyMatch(counts -> counts.created() + counts.changed() > 0);
    }
}
