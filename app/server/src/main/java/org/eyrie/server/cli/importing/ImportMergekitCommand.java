package org.eyrie.server.cli.importing;

import java.nio.file.Path;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.importing.NamedBefore;
import org.eyrie.sources.mergekit.MergekitSource;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "mergekit",
        description = {
            "A merge configuration of mergekit: weighted derivations, and the configuration itself.",
            "It is kept word for word, with the rule by which weights were read from it."
        },
        footer = {"", "Examples:", "  eyrie import mergekit mergekit_config.yml --model-id acme/mix-7b"})
final class ImportMergekitCommand extends FileImportCommand {

    @Parameters(paramLabel = "FILE", description = "The configuration.")
    private @Nullable Path file;

    @Option(
            names = "--model-id",
            required = true,
            paramLabel = "ID",
            description = "The model that was made; the configuration does not say.")
    private @Nullable ModelId model;

    ImportMergekitCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    Source source(Session session, Importing importing) {
        return new NamedBefore(new MergekitSource(Input.of(Required.of(file)), Required.of(model)), session.stores());
    }
}
