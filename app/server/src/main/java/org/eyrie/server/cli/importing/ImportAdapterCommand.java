package org.eyrie.server.cli.importing;

import java.nio.file.Path;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.adapter.AdapterSource;
import org.eyrie.sources.importing.NamedBefore;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "adapter",
        description = {"The configuration of a PEFT adapter: what it was trained on."},
        footer = {"", "Examples:", "  eyrie import adapter adapter_config.json --model-id acme/a-lora"})
final class ImportAdapterCommand extends FileImportCommand {

    @Parameters(paramLabel = "FILE", description = "The configuration, adapter_config.json.")
    private @Nullable Path file;

    @Option(
            names = "--model-id",
            required = true,
            paramLabel = "ID",
            description = "Which adapter it is; the file does not say.")
    private @Nullable ModelId model;

    @Option(
            names = "--base-model",
            paramLabel = "ID",
            description = "The model that is adapted, whatever the file says. Default: the one that the file names.")
    private @Nullable ModelId base;

    ImportAdapterCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    Source source(Session session, Importing importing) {
        return new NamedBefore(
                new AdapterSource(Input.of(Required.of(file)), Required.of(model), base), session.stores());
    }
}
