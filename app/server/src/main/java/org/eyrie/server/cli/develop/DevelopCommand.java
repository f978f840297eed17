package org.eyrie.server.cli.develop;

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
        name = "develop",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Searches for programs that merge models: proposes, merges, asks few items, learns, and keeps all of it in the"
                    + " graph.",
            "Killed at any moment, a search goes on where it was; no item is paid for twice."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie develop demo",
            "  eyrie develop start mine --base ciphers/seed --parent ciphers/specialist1 \\",
            "                --parent ciphers/specialist2 --parent ciphers/specialist3 --items-budget 3000",
            "  eyrie develop run mine",
            "  eyrie develop best mine",
            "  eyrie develop test mine",
            "  eyrie develop export mine --out merged/"
        })
public final class DevelopCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    public static CommandLine of(CommandContext context, GlobalOptions globals) {
        return new CommandLine(new DevelopCommand())
                .addSubcommand(new DevelopDemoCommand(context, globals))
                .addSubcommand(new StartSearchCommand(context, globals))
                .addSubcommand(new TransferSearchCommand(context, globals))
                .addSubcommand(new RunSearchCommand(context, globals))
                .addSubcommand(new ProposeOrdersCommand(context, globals))
                .addSubcommand(new EvaluateOrdersCommand(context, globals))
                .addSubcommand(new SearchStatusCommand(context, globals))
                .addSubcommand(new BestCandidatesCommand(context, globals))
                .addSubcommand(new ShowCandidateCommand(context, globals))
                .addSubcommand(new StopSearchCommand(context, globals))
                .addSubcommand(new TestSearchCommand(context, globals))
                .addSubcommand(new ExportCandidateCommand(context, globals))
                .addSubcommand(new PreferencesCommand(context, globals))
                .addSubcommand(new CompareCommand(context, globals));
    }

    @Override
    public void run() {
        throw new ParameterException(Required.of(spec).commandLine(), "Which command? One of those below.");
    }
}
