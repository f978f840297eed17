package org.eyrie.server.cli.registry;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.eyrie.engine.ask.Asking;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.registry.MlflowFollower;
import org.eyrie.server.registry.Network;
import org.eyrie.server.registry.RegistryFolder;
import org.eyrie.server.registry.WriteBack;
import org.eyrie.sources.mlflow.MetricKeys;
import org.eyrie.sources.mlflow.MlflowRegistry;
import org.eyrie.sources.mlflow.MlflowWatch;
import org.eyrie.sources.registry.CursorFiles;
import org.jspecify.annotations.Nullable;

/**
 * Which MLflow, and what to do with it.
 *
 * @param uri its address
 * @param metricPattern which metrics are scores, null for the usual ones
 * @param every seconds between polls
 * @param writeBack whether predictions are written back as tags
 */
public record MlflowOptions(URI uri, @Nullable String metricPattern, int every, boolean writeBack) {

    /** A minute. */
    public static final int USUAL_SECONDS = 60;

    /**
     * Looks at the options, at no server.
     *
     * @throws WrongUseException if one is not what it must be
     */
    public void check() {
        registry(Network.of(Map.of(), java.time.Clock.systemUTC()));
        keys();
        if (every < 1) {
            throw new WrongUseException("Polls are at least a second apart, not " + every);
        }
    }

    public MlflowRegistry registry(Network network) {
        try {
            return network.mlflow(uri);
        } catch (IllegalArgumentException e) {
            throw new WrongUseException("The address of MLflow: " + e.getMessage());
        }
    }

    public MetricKeys keys() {
        try {
            return metricPattern == null ? MetricKeys.DEFAULT : MetricKeys.matching(metricPattern);
        } catch (IllegalArgumentException e) {
            throw new WrongUseException("--metric-pattern: " + e.getMessage());
        }
    }

    public MlflowFollower follower(Network network, RegistryFolder folder, Asking asking) {
        MlflowRegistry registry = registry(network);
        MlflowWatch watch = new MlflowWatch(
                registry,
                keys(),
                new CursorFiles(folder.cursors()),
                Duration.ofSeconds(every),
                network.clock(),
                network.pauses());
        return new MlflowFollower(watch, writeBack ? new WriteBack(registry, asking.predictions()) : null);
    }
}
