package org.eyrie.server.cli.develop;

import java.nio.file.Path;
import java.util.List;
import org.eyrie.develop.contest.Contender;
import org.eyrie.develop.contest.Contenders;
import org.eyrie.develop.report.CandidateReport;
import org.eyrie.develop.report.SearchReport;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.program.Program;
import org.eyrie.server.cli.command.Cancellation;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.merging.FolderMerge;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.searching.SearchSources;
import org.eyrie.server.stores.Session;
import org.eyrie.task.Progress;
import org.eyrie.weights.MergeWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description =
                "Prints the program that a search found, or another of its candidates; with --out, writes the merged"
                        + " model to a folder.",
        footer = {
            "",
            "Examples:",
            "  eyrie develop export mine > best.merge",
            "  eyrie develop export mine --candidate alg:1f0e8a --out merged/"
        })
final class ExportCandidateCommand extends SearchCommand {

    @Option(names = "--candidate", paramLabel = "ID", description = "Which one. Default: the leader.")
    private @Nullable String candidate;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where to write the merged model.")
    private @Nullable Path out;

    ExportCandidateCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        SearchRecord record = session.developments().read(id());
        String text = text(record);
        if (out == null) {
            terminal().out().println(text);
            return 0;
        }
        SearchSources places = sources().read(id());
        Cancellation cancellation = cancellation();
        Program program = Program.parse(text);
        FolderMerge.Outcome outcome = new FolderMerge(program, places.base(), places.parents(), out, MergeWriter.SHARD)
                .run(Progress.of(bar::at, cancellation::requested));
        bar.wipe();
        terminal().out().println(program.id() + ": " + outcome.tensors() + " tensors in " + out);
        return 0;
    }

    private String text(SearchRecord record) {
        if (candidate != null) {
            Contender chosen = CandidateChoice.of(Contenders.of(record), candidate, id());
            return chosen.text();
        }
        CandidateReport leader = SearchReport.of(record, 1).leader();
        if (leader == null) {
            throw new InvalidInputException(
                    "search " + id(),
                    List.of(new Fault("leader", "nothing was tried yet; run it: eyrie develop run " + id())));
        }
        return leader.text();
    }
}
