package org.eyrie.server.cli.develop;

import java.io.PrintWriter;
import java.util.Locale;
import org.eyrie.develop.contest.Contender;
import org.eyrie.develop.contest.Contenders;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.TextTable;
import org.eyrie.server.stores.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description =
                "Shows a candidate: its program step by step, what it was made from, what it does to the parents, and"
                        + " how it did on each task.",
        footer = {"", "Examples:", "  eyrie develop show mine alg:1f0e8a", "  eyrie develop best mine   # has the ids"})
final class ShowCandidateCommand extends SearchCommand {

    @Parameters(index = "1", paramLabel = "ID", description = "The program's id, or enough of its beginning.")
    private @Nullable String program;

    ShowCandidateCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        SearchRecord record = session.developments().read(id());
        Contenders contenders = Contenders.of(record);
        Contender contender = CandidateChoice.of(contenders, Required.of(program), id());
        PrintWriter out = terminal().out();
        Proposal proposal = contender.proposal();
        out.println(contender.program() + ", round " + proposal.round() + ", "
                + proposal.draft().origin().name().toLowerCase(Locale.ROOT)
                + (proposal.draft().varies().isEmpty()
                        ? ""
                        : ", made from " + String.join(", ", proposal.draft().varies())));
        contender.text().lines().forEach(line -> out.println("  " + line));
        out.println();
        TextTable.print(CandidateTables.steps(contender.text()), out);
        MergeEffect effect = proposal.effect();
        if (effect != null) {
            out.println();
            TextTable.print(CandidateTables.effect(record.plan(), effect), out);
        }
        out.println();
        TextTable.print(CandidateTables.outcomes(record.plan(), contender), out);
        out.flush();
        return 0;
    }
}
