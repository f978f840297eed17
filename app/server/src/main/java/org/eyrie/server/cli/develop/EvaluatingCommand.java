package org.eyrie.server.cli.develop;

import java.util.function.Consumer;
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
import picocli.CommandLine.Option;

/** A command that asks merges of a search their items. */
abstract class EvaluatingCommand extends SearchCommand {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Merges that are evaluated at once. Default: one a core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    EvaluatingCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        if (threads < 1) {
            throw new WrongUseException("--threads must be at least 1, not " + threads + ".");
        }
    }

    /** What a command of this kind has a search do. */
    @FunctionalInterface
    interface SearchWork {
        SearchRecord of(SearchRun search, int threads, Network network, Consumer<String> notes, Progress progress);
    }

    /**
     * Shows what is spent, ends at Ctrl-C.
     *
     * @param before the search as it is
     * @return and as it is then
     */
    final SearchRecord evaluated(Session session, ProgressBar bar, SearchRecord before, SearchWork work) {
        Cancellation cancellation = cancellation();
        SearchRun search = SearchRun.open(id(), sources(), session.developments());
        SpendingBar spending = new SpendingBar(bar, before);
        SearchRecord record = work.of(
                search,
                threads,
                Network.of(context().environment(), context().clock()),
                note -> terminal().err().println("note: " + note),
                Progress.of(spending::at, cancellation::requested));
        bar.wipe();
        return record;
    }
}
