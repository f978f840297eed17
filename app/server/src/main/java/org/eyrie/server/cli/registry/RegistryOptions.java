package org.eyrie.server.cli.registry;

import java.net.URI;
import java.util.Map;
import org.eyrie.engine.ask.Asking;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.registry.MlflowFollower;
import org.eyrie.server.registry.Network;
import org.eyrie.server.registry.Registries;
import org.eyrie.server.registry.RegistryFolder;
import org.eyrie.sources.http.Secret;
import org.eyrie.sources.huggingface.HubWebhook;
import org.eyrie.sources.mlflow.MlflowWebhook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which registries a service follows; the secrets of webhooks come from the environment. */
public final class RegistryOptions {

    public static final String MLFLOW_URI = "EYRIE_MLFLOW_URI";
    public static final String MLFLOW_SECRET = "EYRIE_MLFLOW_WEBHOOK_SECRET";
    public static final String HUB_SECRET = "EYRIE_HUB_WEBHOOK_SECRET";

    private static final String MLFLOW_WRITE_BACK = "EYRIE_MLFLOW_WRITE_BACK";

    @Option(
            names = "--mlflow-uri",
            paramLabel = "URI",
            description = "An MLflow to follow while the service runs. Default: $$" + MLFLOW_URI + ", else none.")
    private @Nullable URI mlflowUri;

    @Option(
            names = "--mlflow-every",
            paramLabel = "SECONDS",
            description = "Time between polls of MLflow. Default: ${DEFAULT-VALUE}.")
    private int every = MlflowOptions.USUAL_SECONDS;

    @Option(names = "--metric-pattern", paramLabel = "REGEX", description = "As with eyrie import mlflow.")
    private @Nullable String metricPattern;

    @Option(
            names = "--mlflow-write-back",
            description = "Write predictions back into MLflow as tags. Default: $$" + MLFLOW_WRITE_BACK + ", else not.")
    private boolean writeBack;

    public void check(Map<String, String> environment) {
        MlflowOptions options = mlflow(environment);
        if (options != null) {
            options.check();
        }
    }

    /**
     * The registries that options and environment name.
     *
     * @throws WrongUseException if an address or a secret in the environment is none
     */
    public Registries open(Network network, RegistryFolder folder, Asking asking) {
        try {
            return registries(network, folder, asking);
        } catch (IllegalArgumentException e) {
            throw new WrongUseException("The environment: " + e.getMessage());
        }
    }

    private Registries registries(Network network, RegistryFolder folder, Asking asking) {
        Map<String, String> environment = network.environment();
        MlflowOptions options = mlflow(environment);
        MlflowFollower follower = options == null ? null : options.follower(network, folder, asking);
        MlflowWebhook mlflowWebhook = Secret.ofNullable(environment.get(MLFLOW_SECRET))
                .map(secret -> new MlflowWebhook(secret, network.clock()))
                .orElse(null);
        HubWebhook hubWebhook = Secret.ofNullable(environment.get(HUB_SECRET))
                .map(HubWebhook::new)
                .orElse(null);
        return new Registries(
                follower, mlflowWebhook, hubWebhook == null ? null : network.hub(folder.hubCache()), hubWebhook);
    }

    private @Nullable MlflowOptions mlflow(Map<String, String> environment) {
        URI uri = mlflowUri;
        String configured = environment.getOrDefault(MLFLOW_URI, "");
        if (uri == null && configured.isBlank()) {
            return null;
        }
        boolean back =
                writeBack || environment.getOrDefault(MLFLOW_WRITE_BACK, "").equals("true");
        return new MlflowOptions(
                uri != null ? uri : MlflowAddress.of(MLFLOW_URI, configured), metricPattern, every, back);
    }
}
