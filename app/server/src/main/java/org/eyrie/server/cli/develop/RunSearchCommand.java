package org.eyrie.server.cli.develop;

import org.eyrie.develop.report.SearchReport;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.server.cli.command.Cancellation;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.registry.Network;
import org.eyrie.server.searching.SearchRun;
import org.eyrie.server.stores.Session;
import org.eyrie.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        description =
                "Runs a search to the end of its budget. Broken off, killed or stopped, the same command goes on.",
        footer = {"", "Examples:", "  eyrie develop run mine", "  eyrie develop run mine --threads 2"})
final class RunSearchCommand extends SearchCommand {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Merges that are evaluated at once. Default: one a core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    RunSearchCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        if (threads < 1) {
            throw new WrongUseException("--threads must be at least 1, not " + threads + ".");
        }
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        session.developments().read(id());
        Cancellation cancellation = cancellation();
        SearchRun search = SearchRun.open(id(), sources(), session.developments());
        SpendingBar spending = new SpendingBar(bar, session.developments().read(id()));
        SearchRecord record = search.run(
                threads,
                context().clock(),
                Network.of(context().environment(), context().clock()),
                note -> terminal().err().println("note: " + note),
                Progress.of(spending::at, cancellation::requested));
        bar.wipe();
        SearchLines.print(SearchReport.of(record, 1), terminal().out());
        return 0;
    }
}
