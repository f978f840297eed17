package org.eyrie.server.cli.importing;

import java.nio.file.Path;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.config.ConfigSource;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "config",
        description = {"The configuration of a model's network: its architecture, where it is not known yet."},
        footer = {"", "Examples:", "  eyrie import config merged/config.json --model-id acme/mix-7b"})
final class ImportConfigCommand extends FileImportCommand {

    @Parameters(paramLabel = "FILE", description = "The configuration, config.json of the model's folder.")
    private @Nullable Path file;

    @Option(
            names = "--model-id",
            required = true,
            paramLabel = "ID",
            description = "Whose configuration it is; the file does not say.")
    private @Nullable ModelId model;

    ImportConfigCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    Source source(Session session, Importing importing) {
        return new ConfigSource(Input.of(Required.of(file)), Required.of(model));
    }
}
