package org.eyrie.server.cli.importing;

import java.nio.file.Path;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.benchmarks.KnownScales;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.wandb.WandbSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "wandb",
        description = {
            "A table of runs as Weights & Biases exports it (CSV): scores from summary metrics, parents from the configuration.",
            "Runs that are not finished are left out; of a model's runs the latest that measured a benchmark counts."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie import wandb runs.csv",
            "  eyrie import wandb runs.csv --model-from config.checkpoint --dry-run"
        })
final class ImportWandbCommand extends FileImportCommand {

    @Parameters(paramLabel = "FILE", description = "The table.")
    private @Nullable Path file;

    @Option(
            names = "--model-from",
            paramLabel = "COLUMN",
            description =
                    "Which column names the model of a run. Default: the first that does of hub_model_id, model_id,"
                            + " model_name, pretrained, model_args, model_name_or_path, model, Name.")
    private @Nullable String modelFrom;

    @Mixin
    private MetricKeyOptions metrics = new MetricKeyOptions();

    ImportWandbCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        metrics.keys();
    }

    @Override
    Source source(Session session, Importing importing) {
        return new WandbSource(
                Input.of(Required.of(file)),
                modelFrom,
                metrics.keys(),
                KnownScales.of(session.stores().scores()));
    }
}
