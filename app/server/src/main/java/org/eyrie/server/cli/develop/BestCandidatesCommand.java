package org.eyrie.server.cli.develop;

import java.util.List;
import org.eyrie.model.development.FinalScore;
import org.eyrie.model.development.Finalist;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.searching.Rivals;
import org.eyrie.server.stores.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "best",
        description = "Shows a search's leader beside the next best, the best hand-made merge, and each parent.",
        footer = {
            "",
            "Examples:",
            "  eyrie develop best mine",
            "  eyrie develop best mine --limit 20 --json",
            "",
            "share: solved of the development items that it was asked, mean over tasks. mean, sd: what is likely left of it",
            "over all development items, as so many were tried. test: on items that nobody chose by, with its interval of",
            "95 %; empty before: eyrie develop test NAME"
        })
final class BestCandidatesCommand extends SearchCommand {

    @Option(names = "--limit", paramLabel = "N", description = "How many of the best. Default: ${DEFAULT-VALUE}.")
    private int limit = 5;

    @Mixin
    private OutputOptions output = new OutputOptions();

    BestCandidatesCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        if (limit < 1) {
            throw new WrongUseException("--limit must be at least 1, not " + limit);
        }
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        Rivals rivals = new Rivals(session.developments().read(id()));
        List<FinalScore> scores = session.finals().scores(id());
        List<Finalist> shown = rivals.finalists(limit);
        if (shown.isEmpty() && !output.isJson()) {
            terminal().out().println("Nothing was tried yet. Run it: eyrie develop run " + id());
            return 0;
        }
        output.print(FinalsTable.of(shown, rivals.report(), scores), terminal().out());
        return 0;
    }
}
