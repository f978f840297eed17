package org.eyrie.server.cli;

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
final class ExportCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    static CommandLine of(Workshop workshop, GlobalOptions globals) {
        return new CommandLine(new ExportCommand())
                .addSubcommand(new ExportCycloneDxCommand(workshop, globals))
                .addSubcommand(new ExportCsvCommand(workshop, globals))
                .addSubcommand(new ExportCypherCommand(workshop, globals))
                .addSubcommand(new ExportGraphmlCommand(workshop, globals));
    }

    @Override
    public void run() {
        throw new ParameterException(Required.of(spec).commandLine(), "Export as what? One of those below.");
    }
}
