package org.eyrie.server.cli.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.benchmarks.KnownScales;
import org.eyrie.sources.recognition.Recogniser;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.UnknownModels;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        synopsisSubcommandLabel = "[SOURCE]",
        description = {
            "Brings models, lineage and scores in. Importing the same again changes nothing.",
            "Files that are given without a source are told by their content, folders are searched; bad input is refused whole."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie import output/ --dry-run                 whatever lies there",
            "  eyrie import dump.ndjson.gz --bulk always      millions of facts into an empty database",
            "  eyrie import lm-eval output/ --model-id acme/mix-7b",
            "  eyrie import huggingface mlabonne/NeuralBeagle14-7B",
            "  eyrie import leaderboard --help"
        })
public final class ImportCommand extends FileImportCommand {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description =
                    "Files, and folders with all in them, that are told by their content; or the name of a source.")
    private List<Path> files = List.of();

    @Option(
            names = "--model-id",
            paramLabel = "ID",
            description = "Whose recipe, card, adapter or configuration it is, where neither file nor folder says.")
    private @Nullable ModelId model;

    @Option(
            names = "--new-models",
            description = "Take models that tables name and nobody else knows as new ones, rather than as misspelt.")
    private boolean newModels;

    private ImportCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    public static CommandLine of(CommandContext context, GlobalOptions globals) {
        return new CommandLine(new ImportCommand(context, globals))
                .addSubcommand(new ImportLeaderboardCommand(context, globals))
                .addSubcommand(new ImportInstancesCommand(context, globals))
                .addSubcommand(new ImportNdjsonCommand(context, globals))
                .addSubcommand(new ImportLmEvalCommand(context, globals))
                .addSubcommand(new ImportLightevalCommand(context, globals))
                .addSubcommand(new ImportOpenCompassCommand(context, globals))
                .addSubcommand(new ImportInspectCommand(context, globals))
                .addSubcommand(new ImportEvalPlusCommand(context, globals))
                .addSubcommand(new ImportEveryEvalCommand(context, globals))
                .addSubcommand(new ImportMergekitCommand(context, globals))
                .addSubcommand(new ImportCardCommand(context, globals))
                .addSubcommand(new ImportEvalResultsCommand(context, globals))
                .addSubcommand(new ImportAdapterCommand(context, globals))
                .addSubcommand(new ImportConfigCommand(context, globals))
                .addSubcommand(new ImportGgufCommand(context, globals))
                .addSubcommand(new ImportCycloneDxCommand(context, globals))
                .addSubcommand(new ImportOpenLlmLeaderboardCommand(context, globals))
                .addSubcommand(new ImportHuggingFaceCommand(context, globals))
                .addSubcommand(new ImportMlflowCommand(context, globals))
                .addSubcommand(new ImportKubeflowCommand(context, globals))
                .addSubcommand(new ImportWandbCommand(context, globals));
    }

    @Override
    protected void check() {
        if (files.isEmpty()) {
            throw new ParameterException(
                    Required.of(spec).commandLine(), "Import what? Files and folders, or one of those below.");
        }
    }

    @Override
    List<Path> files() {
        return files;
    }

    @Override
    Source source(Session session, Importing importing) throws IOException {
        return Recogniser.source(
                files,
                model,
                KnownScales.of(session.stores().scores()),
                newModels ? UnknownModels.BECOME_STUBS : UnknownModels.ARE_REJECTED);
    }
}
