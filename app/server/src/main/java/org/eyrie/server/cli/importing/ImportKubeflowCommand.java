package org.eyrie.server.cli.importing;

import java.net.URI;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.benchmarks.KnownScales;
import org.eyrie.sources.kubeflow.KubeflowImport;
import org.eyrie.sources.spi.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "kubeflow",
        description = {
            "Registered models of a Kubeflow Model Registry, every version, over its REST interface (v1alpha3).",
            "Parents come from custom properties: lineage.parents, lineage.relation, base_model; scores from custom properties"
                    + " and artifacts of the type metric.",
            "MODEL_REGISTRY_TOKEN is used where it is set."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie import kubeflow --uri http://localhost:8080",
            "  eyrie import kubeflow --uri https://registry.example.org --dry-run --json"
        })
final class ImportKubeflowCommand extends RegistryImportCommand {

    @Option(names = "--uri", required = true, paramLabel = "URI", description = "The registry's REST server.")
    private @Nullable URI uri;

    @Mixin
    private MetricKeyOptions metrics = new MetricKeyOptions();

    ImportKubeflowCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        metrics.keys();
        try {
            network().kubeflow(Required.of(uri));
        } catch (IllegalArgumentException e) {
            throw new WrongUseException("--uri: " + e.getMessage());
        }
    }

    @Override
    Source source(Session session, Importing importing) {
        return KubeflowImport.of(
                network().kubeflow(Required.of(uri)),
                metrics.keys(),
                KnownScales.of(session.stores().scores()));
    }
}
