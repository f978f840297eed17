package org.eyrie.server.cli.importing;

import java.nio.file.Path;
import java.util.List;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.lmeval.LmEvalSource;
import org.eyrie.sources.spi.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "lm-eval",
        description = {
            "Results and samples of lm-evaluation-harness: scores, and outcomes item by item where samples are there; results of lighteval too.",
            "Task version, shots, filter and chat template are part of the benchmark; what cannot be compared is not mixed. What is known under another name, or is computed from several tasks as the leaderboard group is, goes there."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie import lm-eval output/",
            "  eyrie import lm-eval output/results_2025-01-01T00-00-00.json --model-id acme/mix-7b",
            "  eyrie import lm-eval output/ --benchmark-map our-benchmarks.yml --subtasks",
            "  eyrie import lm-eval try-out/ --allow-partial --dry-run"
        })
final class ImportLmEvalCommand extends FileImportCommand {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, and folders to be searched.")
    private List<Path> paths = List.of();

    @Option(
            names = "--model-id",
            paramLabel = "ID",
            description = "Whose results they are. Default: the model that the files name.")
    private @Nullable ModelId model;

    @Option(
            names = "--allow-partial",
            description = "Take runs over a part of the items too, such as those made with --limit; without outcomes.")
    private boolean allowPartial;

    ImportLmEvalCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    Source source(Session session, Importing importing) {
        return new LmEvalSource(paths, model, allowPartial);
    }
}
