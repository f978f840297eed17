package org.eyrie.server.cli.develop;

import java.util.List;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.FinalScore;
import org.eyrie.model.development.Finalist;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchState;
import org.eyrie.server.cli.command.Cancellation;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.registry.Network;
import org.eyrie.server.searching.Rivals;
import org.eyrie.server.searching.SearchRun;
import org.eyrie.server.stores.Session;
import org.eyrie.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "test",
        description = {
            "Judges a search by items that nothing was chosen by: settles its finalists, the best hand-made merge and the"
                    + " parents among them, then asks them every test item.",
            "A search must have ended: whoever looks at test items and goes on searching has chosen by them. --now ends it"
                    + " with the best that it has found.",
            "Finalists are settled once. Broken off, the same command goes on. Where workers evaluate the search, they are"
                    + " given the test items of settled finalists once it has ended; the same command shows the scores."
        },
        footer = {"", "Examples:", "  eyrie develop test mine", "  eyrie develop test mine --finalists 5 --json"})
final class TestSearchCommand extends SearchCommand {

    @Option(
            names = "--finalists",
            paramLabel = "N",
            description = "How many of the best to judge, the leader among them. Default: ${DEFAULT-VALUE}.")
    private int count = 3;

    @Option(names = "--now", description = "End the search first, whatever is left of its budget.")
    private boolean now;

    @Mixin
    private OutputOptions output = new OutputOptions();

    TestSearchCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        if (count < 1) {
            throw new WrongUseException("--finalists must be at least 1, not " + count);
        }
    }

    /**
     * The record of a search that has ended.
     *
     * @throws InvalidInputException if it has not, and nobody said that it shall
     */
    private SearchRecord ended(Session session, SearchRun search, Progress progress) {
        SearchRecord record = session.developments().read(id());
        if (record.state() == SearchState.FINISHED) {
            return record;
        }
        if (!now) {
            throw new InvalidInputException(
                    "search " + id(),
                    List.of(new Fault(
                            "state",
                            "it has not ended: " + record.spent() + " of "
                                    + record.plan().settings().budget().items()
                                    + " items are spent. Let it go on (eyrie develop run " + id()
                                    + "), or end it with what it has found: eyrie develop test " + id() + " --now")));
        }
        return search.end(
                context().clock(), Network.of(context().environment(), context().clock()), progress);
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        SearchRun search = SearchRun.open(id(), sources(), session.developments());
        Cancellation cancellation = cancellation();
        Progress progress = Progress.of(bar::at, cancellation::requested);
        Rivals rivals = new Rivals(ended(session, search, progress));
        List<Finalist> chosen = rivals.finalists(count);
        if (chosen.isEmpty()) {
            throw new InvalidInputException(
                    "search " + id(),
                    List.of(new Fault("finalists", "nothing was tried yet; run it: eyrie develop run " + id())));
        }
        List<FinalScore> scores = search.test(chosen, session.finals(), progress);
        bar.wipe();
        List<Finalist> finalists = session.finals().finalists(id());
        output.print(
                FinalsTable.of(finalists, rivals.report(), scores), terminal().out());
        int waiting = finalists.size() - scores.size();
        if (waiting > 0) {
            terminal()
                    .err()
                    .println(waiting + (waiting == 1 ? " finalist waits" : " finalists wait")
                            + " for workers, which get the"
                            + " test items once the search has ended: eyrie serve. Then again: eyrie develop test "
                            + id());
        }
        return 0;
    }
}
