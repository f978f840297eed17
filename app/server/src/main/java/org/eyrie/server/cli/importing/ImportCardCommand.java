package org.eyrie.server.cli.importing;

import java.nio.file.Path;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.benchmarks.KnownScales;
import org.eyrie.sources.card.CardSource;
import org.eyrie.sources.importing.NamedBefore;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "card",
        description = {"A model card: direct parents, licence and reported scores from the front matter of README.md."},
        footer = {"", "Examples:", "  eyrie import card README.md --model-id acme/mix-7b"})
final class ImportCardCommand extends FileImportCommand {

    @Parameters(paramLabel = "FILE", description = "The card.")
    private @Nullable Path file;

    @Option(
            names = "--model-id",
            required = true,
            paramLabel = "ID",
            description = "Whose card it is; the card does not say.")
    private @Nullable ModelId model;

    ImportCardCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    Source source(Session session, Importing importing) {
        return new NamedBefore(
                new CardSource(
                        Input.of(Required.of(file)),
                        Required.of(model),
                        KnownScales.of(session.stores().scores())),
                session.stores());
    }
}
