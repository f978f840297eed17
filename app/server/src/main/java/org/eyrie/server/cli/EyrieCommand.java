package org.eyrie.server.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that holds all others. */
@Command(
        name = "eyrie",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Predicts benchmark scores of language models from their lineage.",
        footer = {
            "",
            "Begin with:",
            "  eyrie demo                       a sample, a first prediction, a page to open",
            "  eyrie import leaderboard --models models.csv --edges edges.csv --scores scores.csv",
            "  eyrie fit",
            "  eyrie predict --model ID",
            "",
            "Exit codes: 0 success, 1 the job failed, 2 wrong use."
        })
public final class EyrieCommand implements Runnable {

    @Mixin
    private final GlobalOptions globals = new GlobalOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private EyrieCommand() {}

    /** The whole command line, ready to execute. */
    public static CommandLine of(Workshop workshop) {
        EyrieCommand eyrie = new EyrieCommand();
        GlobalOptions globals = eyrie.globals;
        CommandLine commandLine = new CommandLine(eyrie);
        commandLine
                .addSubcommand(new DemoCommand(workshop, globals))
                .addSubcommand(new ServeCommand(workshop, globals))
                .addSubcommand("import", ImportCommand.of(workshop, globals))
                .addSubcommand("export", ExportCommand.of(workshop, globals))
                .addSubcommand(new FitCommand(workshop, globals))
                .addSubcommand(new PredictCommand(workshop, globals))
                .addSubcommand(new NextItemsCommand(workshop, globals))
                .addSubcommand(new WhatIfCommand(workshop, globals))
                .addSubcommand(new ExplainCommand(workshop, globals))
                .addSubcommand(new LineageCommand(workshop, globals))
                .addSubcommand(new FamiliesCommand(workshop, globals))
                .addSubcommand(new SuspiciousCommand(workshop, globals))
                .addSubcommand(new BacktestCommand(workshop, globals))
                .addSubcommand(new DoctorCommand(workshop, globals));
        withHelp(commandLine);
        Converters.register(commandLine);
        return commandLine
                .setOut(workshop.terminal().out())
                .setErr(workshop.terminal().err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setExecutionExceptionHandler(new Errors(workshop.terminal(), globals, workshop.interruption()));
    }

    private static void withHelp(CommandLine commandLine) {
        for (CommandLine command : commandLine.getSubcommands().values()) {
            command.getCommandSpec().mixinStandardHelpOptions(true);
            withHelp(command);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(Required.of(spec).commandLine(), "Which command? One of those below.");
    }
}
