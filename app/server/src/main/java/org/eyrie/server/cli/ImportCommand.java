package org.eyrie.server.cli;

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
final class ImportCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    static CommandLine of(Workshop workshop, GlobalOptions globals) {
        return new CommandLine(new ImportCommand())
                .addSubcommand(new ImportLeaderboardCommand(workshop, globals))
                .addSubcommand(new ImportInstancesCommand(workshop, globals))
                .addSubcommand(new ImportNdjsonCommand(workshop, globals))
                .addSubcommand(new ImportLmEvalCommand(workshop, globals))
                .addSubcommand(new ImportMergekitCommand(workshop, globals))
                .addSubcommand(new ImportCardCommand(workshop, globals))
                .addSubcommand(new ImportAdapterCommand(workshop, globals))
                .addSubcommand(new ImportGgufCommand(workshop, globals))
                .addSubcommand(new ImportOpenLlmLeaderboardCommand(workshop, globals))
                .addSubcommand(new ImportHuggingFaceCommand(workshop, globals))
                .addSubcommand(new ImportMlflowCommand(workshop, globals));
    }

    @Override
    public void run() {
        throw new ParameterException(Required.of(spec).commandLine(), "Import what? One of those below.");
    }
}
