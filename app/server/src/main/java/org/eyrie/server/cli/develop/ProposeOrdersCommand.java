package org.eyrie.server.cli.develop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.develop.contest.Contenders;
import org.eyrie.develop.report.SearchReport;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchState;
import org.eyrie.server.cli.command.Cancellation;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Table;
import org.eyrie.server.registry.Network;
import org.eyrie.server.searching.SearchRun;
import org.eyrie.server.stores.Session;
import org.eyrie.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "propose",
        description = {
            "The first stage of a search by itself: proposes, foretells and chooses until orders wait, which it shows.",
            "Nothing is evaluated and nothing is spent. Where orders wait already it shows those."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie develop propose mine",
            "  eyrie develop evaluate mine",
            "",
            "foretold, sd: what is expected of its score before it is asked; empty where nothing is. drawn: at random, not for",
            "what is expected."
        })
final class ProposeOrdersCommand extends SearchCommand {

    @Mixin
    private OutputOptions output = new OutputOptions();

    ProposeOrdersCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        session.developments().read(id());
        SearchRun search = SearchRun.open(id(), sources(), session.developments());
        session.developments().turn(id(), SearchState.OPEN);
        Cancellation cancellation = cancellation();
        SearchRecord record = search.advance(
                context().clock(),
                Network.of(context().environment(), context().clock()),
                Progress.of(bar::at, cancellation::requested));
        bar.wipe();
        List<RunOrder> pending = Contenders.pending(record);
        if (pending.isEmpty() && !output.isJson()) {
            SearchLines.print(SearchReport.of(record, 1), terminal().out());
            return 0;
        }
        output.print(table(record, pending), terminal().out());
        return 0;
    }

    private static Table table(SearchRecord record, List<RunOrder> pending) {
        Map<String, String> texts = new HashMap<>();
        for (Proposal proposal : record.proposals()) {
            texts.putIfAbsent(proposal.program(), proposal.draft().text());
        }
        Table table = new Table("order", "program", "items", "drawn", "foretold", "sd", "text");
        pending.forEach(order -> table.row(
                order.number(),
                order.program(),
                order.items().size(),
                order.drawn(),
                Double.isNaN(order.mean()) ? null : order.mean(),
                Double.isNaN(order.sd()) ? null : order.sd(),
                texts.get(order.program())));
        return table;
    }
}
