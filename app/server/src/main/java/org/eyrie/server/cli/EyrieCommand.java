package org.eyrie.server.cli;

import org.eyrie.server.cli.algorithm.AlgorithmCommand;
import org.eyrie.server.cli.algorithm.DescribeCommand;
import org.eyrie.server.cli.algorithm.MergeCommand;
import org.eyrie.server.cli.ask.ExplainCommand;
import org.eyrie.server.cli.ask.NextEvaluationsCommand;
import org.eyrie.server.cli.ask.NextItemsCommand;
import org.eyrie.server.cli.ask.PredictCommand;
import org.eyrie.server.cli.ask.ScreenCommand;
import org.eyrie.server.cli.ask.SuspiciousCommand;
import org.eyrie.server.cli.ask.WhatIfCommand;
import org.eyrie.server.cli.backup.BackupCommand;
import org.eyrie.server.cli.backup.RestoreCommand;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.cli.demo.DemoCommand;
import org.eyrie.server.cli.develop.DevelopCommand;
import org.eyrie.server.cli.doctor.DoctorCommand;
import org.eyrie.server.cli.evaluate.EvaluateCommand;
import org.eyrie.server.cli.export.ExportCommand;
import org.eyrie.server.cli.fit.FitCommand;
import org.eyrie.server.cli.history.ForgetCommand;
import org.eyrie.server.cli.history.ImportsCommand;
import org.eyrie.server.cli.importing.ImportCommand;
import org.eyrie.server.cli.lineage.FamiliesCommand;
import org.eyrie.server.cli.lineage.LineageCommand;
import org.eyrie.server.cli.serve.ServeCommand;
import org.eyrie.server.cli.serve.StopCommand;
import org.eyrie.server.cli.token.TokenCommand;
import org.eyrie.server.cli.trial.BacktestCommand;
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
    public static CommandLine of(CommandContext context) {
        EyrieCommand eyrie = new EyrieCommand();
        GlobalOptions globals = eyrie.globals;
        CommandLine commandLine = new CommandLine(eyrie);
        commandLine
                .addSubcommand(new DemoCommand(context, globals))
                .addSubcommand(new ServeCommand(context, globals))
                .addSubcommand("import", ImportCommand.of(context, globals))
                .addSubcommand(new ImportsCommand(context, globals))
                .addSubcommand(new ForgetCommand(context, globals))
                .addSubcommand("export", ExportCommand.of(context, globals))
                .addSubcommand(new FitCommand(context, globals))
                .addSubcommand(new PredictCommand(context, globals))
                .addSubcommand(new NextItemsCommand(context, globals))
                .addSubcommand(new NextEvaluationsCommand(context, globals))
                .addSubcommand(new WhatIfCommand(context, globals))
                .addSubcommand(new ScreenCommand(context, globals))
                .addSubcommand(new ExplainCommand(context, globals))
                .addSubcommand(new LineageCommand(context, globals))
                .addSubcommand(new FamiliesCommand(context, globals))
                .addSubcommand(new SuspiciousCommand(context, globals))
                .addSubcommand(new BacktestCommand(context, globals))
                .addSubcommand(new EvaluateCommand(context, globals))
                .addSubcommand("algorithm", AlgorithmCommand.of(context))
                .addSubcommand(new MergeCommand(context, globals))
                .addSubcommand(new DescribeCommand(context, globals))
                .addSubcommand("develop", DevelopCommand.of(context, globals))
                .addSubcommand("token", TokenCommand.of(context, globals))
                .addSubcommand(new StopCommand(context, globals))
                .addSubcommand(new BackupCommand(context, globals))
                .addSubcommand(new RestoreCommand(context, globals))
                .addSubcommand(new DoctorCommand(context, globals))
                .addSubcommand(new CompletionCommand(context.terminal()));
        withHelp(commandLine);
        Converters.register(commandLine);
        return commandLine
                .setOut(context.terminal().out())
                .setErr(context.terminal().err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler(new WrongOptions())
                .setExecutionExceptionHandler(new Errors(context.terminal(), globals, context.interruption()));
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
