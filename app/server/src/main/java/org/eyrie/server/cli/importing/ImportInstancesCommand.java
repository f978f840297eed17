package org.eyrie.server.cli.importing;

import java.nio.file.Path;
import org.eyrie.model.BenchmarkId;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.instances.InstanceFile;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "instances",
        description = {
            "Which items of a benchmark each model answered correctly.",
            "CSV with the columns model and outcomes; the n-th character of outcomes is item n: 1, 0, or - for not seen."
        },
        footer = {"", "Examples:", "  eyrie import instances --benchmark IFEval ifeval.csv"})
final class ImportInstancesCommand extends FileImportCommand {

    @Option(names = "--benchmark", required = true, paramLabel = "NAME", description = "Whose items these are.")
    private @Nullable BenchmarkId benchmark;

    @Parameters(paramLabel = "FILE", description = "The file.")
    private @Nullable Path file;

    ImportInstancesCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    Source source(Session session, Importing importing) {
        return new InstanceFile(
                Required.of(benchmark),
                Input.of(Required.of(file)),
                session.stores().scores());
    }
}
