package org.eyrie.server.cli.algorithm;

import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.Required;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "algorithm",
        synopsisSubcommandLabel = "COMMAND",
        description = "Looks at programs that merge models, without running them.",
        footer = {
            "",
            "Examples:",
            "  eyrie algorithm presets",
            "  eyrie algorithm check ties.merge",
            "  eyrie algorithm explain ties.merge",
            "",
            "A program is text such as: base + 1.5 * mean_of_nonzero(agree(keep(taus, .4)))"
        })
public final class AlgorithmCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    public static CommandLine of(CommandContext context) {
        return new CommandLine(new AlgorithmCommand())
                .addSubcommand(new CheckAlgorithmCommand(context))
                .addSubcommand(new FormatAlgorithmCommand(context))
                .addSubcommand(new ExplainAlgorithmCommand(context))
                .addSubcommand(new AlgorithmCostCommand(context))
                .addSubcommand(new ExportAlgorithmCommand(context))
                .addSubcommand(new GrammarCommand(context))
                .addSubcommand(new PresetsCommand(context));
    }

    @Override
    public void run() {
        throw new ParameterException(Required.of(spec).commandLine(), "Which command? One of those below.");
    }
}
