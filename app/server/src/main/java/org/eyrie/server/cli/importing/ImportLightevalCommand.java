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
        name = "lighteval",
        description = {
            "Results of lighteval, and those of the first Open LLM Leaderboard, whose files it wrote.",
            "Suite, task and shots are part of the benchmark; what is known under another name goes there."
        },
        footer = {"", "Examples:", "  eyrie import lighteval results/acme/mix-7b/"})
final class ImportLightevalCommand extends FileImportCommand {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, and folders to be searched.")
    private List<Path> paths = List.of();

    @Option(
            names = "--model-id",
            paramLabel = "ID",
            description = "Whose results they are. Default: the model that the files name.")
    private @Nullable ModelId model;

    @Option(
            names = "--allow-partial",
            description = "Take scores on a part of the items too, where nothing says which those are.")
    private boolean allowPartial;

    ImportLightevalCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    Source source(Session session, Importing importing) {
        return new LmEvalSource(paths, model, allowPartial);
    }
}
