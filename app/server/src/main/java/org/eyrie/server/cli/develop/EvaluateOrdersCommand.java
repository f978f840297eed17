package org.eyrie.server.cli.develop;

import org.eyrie.develop.report.SearchReport;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.stores.Session;
import picocli.CommandLine.Command;

@Command(
        name = "evaluate",
        description = {
            "The second stage of a search by itself: makes the merges that orders wait for, asks them their items, and decides"
                    + " nothing.",
            "Without orders that wait it does nothing: eyrie develop propose NAME. \"run\" does both in turn, to the end."
        },
        footer = {"", "Examples:", "  eyrie develop evaluate mine", "  eyrie develop evaluate mine --threads 2"})
final class EvaluateOrdersCommand extends EvaluatingCommand {

    EvaluateOrdersCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        SearchRecord before = session.developments().read(id());
        SearchRecord record = evaluated(
                session,
                bar,
                before,
                (search, threads, network, notes, progress) ->
                        search.evaluate(threads, context().clock(), network, notes, progress));
        int answered = record.runs().size()
                + record.failures().size()
                - before.runs().size()
                - before.failures().size();
        terminal().out().println(answered + (answered == 1 ? " order was answered." : " orders were answered."));
        SearchLines.print(SearchReport.of(record, 1), terminal().out());
        return 0;
    }
}
