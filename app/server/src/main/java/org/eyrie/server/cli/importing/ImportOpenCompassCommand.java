package org.eyrie.server.cli.importing;

import java.nio.file.Path;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.opencompass.OpenCompassSource;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "opencompass",
        description = {
            "A summary of OpenCompass, summary_<time>.csv, .txt or .md: a column for each model, figures in per cent.",
            "Version of the prompts, metric and mode are part of the benchmark."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie import opencompass outputs/default/20250101_000000/summary/summary_20250101_000000.csv"
        })
final class ImportOpenCompassCommand extends FileImportCommand {

    @Parameters(paramLabel = "FILE", description = "The summary.")
    private @Nullable Path file;

    @Option(
            names = "--model-id",
            paramLabel = "ID",
            description = "What its only model is called. Default: as the summary calls it.")
    private @Nullable ModelId model;

    ImportOpenCompassCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    Source source(Session session, Importing importing) {
        return new OpenCompassSource(Input.of(Required.of(file)), model);
    }
}
