package org.eyrie.server.cli.develop;

import org.eyrie.develop.report.SearchReport;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.stores.Session;
import picocli.CommandLine.Command;

@Command(
        name = "run",
        description =
                "Runs a search to the end of its budget. Broken off, killed or stopped, the same command goes on.",
        footer = {"", "Examples:", "  eyrie develop run mine", "  eyrie develop run mine --threads 2"})
final class RunSearchCommand extends EvaluatingCommand {

    RunSearchCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        SearchRecord record = evaluated(
                session,
                bar,
                session.developments().read(id()),
                (search, threads, network, notes, progress) ->
                        search.run(threads, context().clock(), network, notes, progress));
        SearchLines.print(SearchReport.of(record, 1), terminal().out());
        return 0;
    }
}
