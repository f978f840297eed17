package org.eyrie.server.cli.export;

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
        name = "export",
        synopsisSubcommandLabel = "FORMAT",
        description = "Writes models, lineage, scores and predictions in a format of others.",
        footer = {
            "",
            "Examples:",
            "  eyrie export cyclonedx --model acme/mix-7b --out mix-7b.cdx.json",
            "  eyrie export csv --out tables/"
        })
public final class ExportCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    public static CommandLine of(CommandContext context, GlobalOptions globals) {
        return new CommandLine(new ExportCommand())
                .addSubcommand(new ExportCycloneDxCommand(context, globals))
                .addSubcommand(new ExportCsvCommand(context, globals))
                .addSubcommand(new ExportCypherCommand(context, globals))
                .addSubcommand(new ExportGraphmlCommand(context, globals));
    }

    @Override
    public void run() {
        throw new ParameterException(Required.of(spec).commandLine(), "Export as what? One of those below.");
    }
}
