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
        name = "evaluate",
        description = {
            "The second stage of a search by itself: makes the merges that orders wait for, asks them their items, and decides"
                    + " nothing.",
            "Without orders that wait it does nothing: eyrie develop propose NAME. \"run\" does both in turn, to the end."
        },
        footer = {"", "Examples:", "  eyrie develop evaluate mine", "  eyrie develop evaluate mine --threads 2"})
final class EvaluateOrdersCommand extends SearchCommand {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Merges that are evaluated at once. Default: one a core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    EvaluateOrdersCommand(CommandContext context, GlobalOptions globals) {
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
        SearchRecord before = session.developments().read(id());
        SearchRun search = SearchRun.open(id(), sources(), session.developments());
        SpendingBar spending = new SpendingBar(bar, before);
        Cancellation cancellation = cancellation();
        SearchRecord record = search.evaluate(
                threads,
                context().clock(),
                Network.of(context().environment(), context().clock()),
                note -> terminal().err().println("note: " + note),
                Progress.of(spending::at, cancellation::requested));
        bar.wipe();
        int answered = record.runs().size()
                + record.failures().size()
                - before.runs().size()
                - before.failures().size();
        terminal().out().println(answered + (answered == 1 ? " order was answered." : " orders were answered."));
        SearchLines.print(SearchReport.of(record, 1), terminal().out());
        return 0;
    }
}
