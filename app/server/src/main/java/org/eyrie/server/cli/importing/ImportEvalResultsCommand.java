package org.eyrie.server.cli.importing;

import java.nio.file.Path;
import java.util.List;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.benchmarks.KnownScales;
import org.eyrie.sources.card.EvalResultsSource;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "eval-results",
        description = {
            "Results as the Hugging Face Hub collects them from a model's folder .eval_results: a list of data set and value.",
            "Notes and revisions of data sets are part of the benchmark."
        },
        footer = {"", "Examples:", "  eyrie import eval-results .eval_results/*.yaml --model-id acme/mix-7b"})
final class ImportEvalResultsCommand extends FileImportCommand {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.")
    private List<Path> files = List.of();

    @Option(
            names = "--model-id",
            required = true,
            paramLabel = "ID",
            description = "Whose results they are; the files do not say.")
    private @Nullable ModelId model;

    ImportEvalResultsCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    Source source(Session session, Importing importing) {
        return new EvalResultsSource(
                files.stream().map(Input::of).toList(),
                Required.of(model),
                KnownScales.of(session.stores().scores()));
    }
}
