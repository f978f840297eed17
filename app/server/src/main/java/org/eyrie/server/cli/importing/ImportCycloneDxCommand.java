package org.eyrie.server.cli.importing;

import java.nio.file.Path;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.benchmarks.KnownScales;
import org.eyrie.sources.cyclonedx.CycloneDxSource;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "cyclonedx",
        description = {
            "A machine learning bill of materials, CycloneDX as JSON: models with versions and licences, ancestors, scores.",
            "What eyrie export cyclonedx wrote comes back as it was, but for predictions; of other bills, ancestors of"
                    + " pedigrees, dependencies between models, and performance metrics that name their data set."
        },
        footer = {"", "Examples:", "  eyrie import cyclonedx models.cdx.json"})
final class ImportCycloneDxCommand extends FileImportCommand {

    @Parameters(paramLabel = "FILE", description = "The bill of materials.")
    private @Nullable Path file;

    ImportCycloneDxCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    Source source(Session session, Importing importing) {
        return new CycloneDxSource(
                Input.of(Required.of(file)), KnownScales.of(session.stores().scores()));
    }
}
