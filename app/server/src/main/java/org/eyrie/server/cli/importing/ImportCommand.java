package org.eyrie.server.cli.importing;

import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        synopsisSubcommandLabel = "SOURCE",
        description = "Brings models, lineage and scores in. Importing the same again changes nothing.",
        footer = {
            "",
            "Examples:",
            "  eyrie import lm-eval output/ --model-id acme/mix-7b",
            "  eyrie import huggingface mlabonne/NeuralBeagle14-7B",
            "  eyrie import leaderboard --help"
        })
public final class ImportCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    public static CommandLine of(CommandContext context, GlobalOptions globals) {
        return new CommandLine(new ImportCommand())
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
                .addSubcommand(new ImportAdapterCommand(context, globals))
                .addSubcommand(new ImportConfigCommand(context, globals))
                .addSubcommand(new ImportGgufCommand(context, globals))
                .addSubcommand(new ImportOpenLlmLeaderboardCommand(context, globals))
                .addSubcommand(new ImportHuggingFaceCommand(context, globals))
                .addSubcommand(new ImportMlflowCommand(context, globals));
    }

    @Override
    public void run() {
        throw new ParameterException(Required.of(spec).commandLine(), "Import what? One of those below.");
    }
}
