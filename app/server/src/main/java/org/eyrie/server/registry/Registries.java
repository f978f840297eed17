package org.eyrie.server.registry;

import org.eyrie.sources.huggingface.Hub;
import org.eyrie.sources.huggingface.HubWebhook;
import org.eyrie.sources.mlflow.MlflowWebhook;
import org.jspecify.annotations.Nullable;

/**
 * The registries that a service listens to.
 *
 * @param mlflow followed for as long as the service runs, null for none
 * @param mlflowWebhook judges what claims to come from MLflow, null where nothing is taken from it
 * @param hub asked about what its webhook tells of
 * @param hubWebhook judges what claims to come from the Hub, null where nothing is taken from it
 */
public record Registries(
        @Nullable MlflowFollower mlflow,
        @Nullable MlflowWebhook mlflowWebhook,
        @Nullable Hub hub,
        @Nullable HubWebhook hubWebhook) {

    /** The service listens to none. */
    public static final Registries NONE = new Registries(null, null, null, null);
}
