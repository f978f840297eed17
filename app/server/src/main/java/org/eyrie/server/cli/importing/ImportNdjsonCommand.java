package org.eyrie.server.cli.importing;

import java.nio.file.Path;
import java.util.List;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.imports.Ingestion;
import org.eyrie.server.imports.Received;
import org.eyrie.server.stores.Session;
import org.eyrie.server.tracing.Spans;
import org.eyrie.sources.ndjson.NdjsonSource;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "ndjson",
        description = {
            "Models, derivations, scores and items as JSON, one fact a line; gzip welcome.",
            "Any order; a model that only an edge or a score names becomes a stub."
        },
        footer = {
            "",
            "Lines:",
            "  {\"kind\":\"model\",\"id\":\"acme/mix-7b\",\"revision\":\"ab12\",\"parameters\":7.2e9}",
            "  {\"kind\":\"edge\",\"child\":\"acme/mix-7b\",\"parent\":\"acme/a-7b\",\"relation\":\"merge\",\"weight\":0.5}",
            "  {\"kind\":\"score\",\"model\":\"acme/mix-7b\",\"benchmark\":\"gsm8k\",\"n_shot\":5,\"value\":0.41,\"items\":1319}",
            "  {\"kind\":\"item\",\"model\":\"acme/mix-7b\",\"benchmark\":\"gsm8k\",\"n_shot\":5,\"item\":\"5e01\",\"value\":1}",
            "",
            "Examples:",
            "  eyrie import ndjson facts.ndjson.gz",
            "  my-tool | eyrie import ndjson -"
        })
final class ImportNdjsonCommand extends FileImportCommand {

    @Parameters(paramLabel = "FILE", description = "The file, or - for standard input.")
    private @Nullable Path file;

    ImportNdjsonCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    List<Path> files() {
        return List.of(Required.of(file));
    }

    @Override
    Source source(Session session, Importing importing) {
        return new NdjsonSource(Input.of(Required.of(file)));
    }

    // A stream comes once and an import reads twice, so it is kept in a file in between.
    @Override
    int run(Session session, Importing importing) throws java.io.IOException {
        if (!Required.of(file).toString().equals("-")) {
            return super.run(session, importing);
        }
        Ingestion ingestion = new Ingestion(importing.importer(), Spans.NONE);
        try (Received received = ingestion.lines("standard input", "", context().in())) {
            return importing.print(ingestion.ingest(received, mode().options(), importing.progress()));
        }
    }
}
