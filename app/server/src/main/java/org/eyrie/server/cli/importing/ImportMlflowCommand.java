package org.eyrie.server.cli.importing;

import java.io.IOException;
import java.net.URI;
import org.eyrie.engine.ask.Asking;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.cli.registry.MlflowAddress;
import org.eyrie.server.cli.registry.MlflowOptions;
import org.eyrie.server.registry.MlflowFollower;
import org.eyrie.server.registry.WriteBack;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.mlflow.MlflowImport;
import org.eyrie.sources.mlflow.MlflowRuns;
import org.eyrie.sources.spi.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "mlflow",
        description = {
            "Registered models of MLflow, every version, with scores and lineage.",
            "Scores come from the metrics of their runs or logged models, lineage from tags: lineage.parents, lineage.relation, lineage.family, base_model.",
            "MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN, are used where they are set."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie import mlflow --uri http://localhost:5000",
            "  eyrie import mlflow --uri http://localhost:5000 --runs nightly-evals --model-from model_name",
            "  eyrie import mlflow --uri http://localhost:5000 --watch --write-back",
            "  eyrie import mlflow --uri https://mlflow.example.org --metric-pattern 'bench\\.(?<benchmark>.+)'"
        })
final class ImportMlflowCommand extends RegistryImportCommand {

    @Option(names = "--uri", paramLabel = "URI", description = "The tracking server. Default: $$MLFLOW_TRACKING_URI.")
    private @Nullable URI uri;

    @Option(
            names = "--metric-pattern",
            paramLabel = "REGEX",
            description = "Which metrics are scores, by a pattern for the whole key with the group benchmark and, if"
                    + " wanted, metric and filter. Default: eval/<benchmark>/<metric>, and <task>/<metric> of lm-eval.")
    private @Nullable String metricPattern;

    @Option(
            names = "--runs",
            paramLabel = "EXPERIMENT",
            description = "The runs of an experiment in place of registered versions: what evaluated models that nobody"
                    + " registered. Needs --model-from.")
    private @Nullable String runs;

    @Option(
            names = "--model-from",
            paramLabel = "PARAM",
            description = "Which parameter or tag of a run says which model it evaluated, such as model_name.")
    private @Nullable String modelFrom;

    @Option(names = "--watch", description = "Go on importing what changes, until Ctrl-C.")
    private boolean watch;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "Time between polls of a watch. Default: ${DEFAULT-VALUE}.")
    private int every = MlflowOptions.USUAL_SECONDS;

    @Option(
            names = "--write-back",
            description = "Write predictions of the latest fit back as tags eyrie.predicted.<benchmark>; no other tag.")
    private boolean writeBack;

    ImportMlflowCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        options().check();
        if ((runs == null) != (modelFrom == null)) {
            throw new WrongUseException("--runs and --model-from need each other: which experiment, and which parameter"
                    + " of its runs names the model.");
        }
        if (runs != null && (watch || writeBack)) {
            throw new WrongUseException("--watch and --write-back are for registered versions: leave --runs away.");
        }
        if ((watch || writeBack) && mode().options().dryRun()) {
            throw new WrongUseException("A dry run writes nothing: leave --watch and --write-back away.");
        }
    }

    @Override
    Source source(Session session, Importing importing) {
        return runs == null || modelFrom == null
                ? MlflowImport.of(options().registry(network()), options().keys())
                : MlflowRuns.of(options().registry(network()), options().keys(), runs, modelFrom);
    }

    @Override
    int run(Session session, Importing importing) throws IOException {
        if (watch) {
            MlflowFollower follower = options().follower(network(), folder(), Asking.of(session.stores()));
            follower.follow(importing::load, new WatchPrinter(terminal(), importing), importing.progress());
            return 0;
        }
        int exitCode = super.run(session, importing);
        if (writeBack) {
            int tags = new WriteBack(
                            options().registry(network()),
                            Asking.of(session.stores()).predictions())
                    .run(importing.progress());
            terminal().err().println(tags + " predictions written back as tags");
        }
        return exitCode;
    }

    private MlflowOptions options() {
        URI address = uri;
        if (address == null) {
            String configured = context().environment().getOrDefault("MLFLOW_TRACKING_URI", "");
            if (configured.isBlank()) {
                throw new WrongUseException("Which MLflow? Say --uri URI, or set MLFLOW_TRACKING_URI.");
            }
            address = MlflowAddress.of("MLFLOW_TRACKING_URI", configured);
        }
        return new MlflowOptions(address, metricPattern, every, writeBack);
    }
}
