package org.eyrie.server.cli.export;

import java.io.IOException;
import java.io.Writer;
import java.util.UUID;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.sources.export.CycloneDxExport;
import org.eyrie.sources.export.ExportSource;
import org.eyrie.sources.export.Exported;
import picocli.CommandLine.Command;

@Command(
        name = "cyclonedx",
        description = {
            "A machine learning bill of materials, CycloneDX 1.6 as JSON.",
            "Every model is a component, its parents are the ancestors of its pedigree, scores and predictions with their"
                    + " intervals its performance metrics."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie export cyclonedx --model acme/mix-7b --out mix-7b.cdx.json",
            "  eyrie export cyclonedx > models.cdx.json"
        })
final class ExportCycloneDxCommand extends ExportingCommand {

    ExportCycloneDxCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    Exported write(ExportSource graph, Writer writer) throws IOException {
        return CycloneDxExport.write(graph, writer, context().clock().instant(), UUID.randomUUID());
    }
}
