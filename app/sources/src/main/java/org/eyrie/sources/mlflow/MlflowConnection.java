package org.eyrie.sources.mlflow;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eyrie.sources.http.ClientSettings;
import org.eyrie.sources.http.Credentials;
import org.eyrie.sources.http.PoliteClient;
import org.eyrie.sources.http.RateWindow;
import org.eyrie.sources.http.Reach;
import org.eyrie.sources.http.Secret;

/**
 * Where a tracking server is and who asks it.
 *
 * @param uri such as {@code http://localhost:5000}, from the command line or the configuration, never from data
 */
public record MlflowConnection(URI uri, Credentials credentials) {

    public MlflowConnection {
        Reach.configured(uri);
        String text = uri.toString();
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("The address of a tracking server has no ? and no #");
        }
        uri = text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
    }

    /**
     * Credentials as MLflow's own clients take them: {@code MLFLOW_TRACKING_TOKEN}, else
     * {@code MLFLOW_TRACKING_USERNAME} and {@code MLFLOW_TRACKING_PASSWORD}, else none.
     */
    public static MlflowConnection of(URI uri, Map<String, String> environment) {
        Optional<Secret> token = Secret.ofNullable(environment.get("MLFLOW_TRACKING_TOKEN"));
        Optional<Secret> password = Secret.ofNullable(environment.get("MLFLOW_TRACKING_PASSWORD"));
        String user = environment.getOrDefault("MLFLOW_TRACKING_USERNAME", "");
        if (token.isPresent()) {
            return new MlflowConnection(uri, new Credentials.Bearer(token.get()));
        }
        if (!user.isBlank() && password.isPresent()) {
            return new MlflowConnection(uri, new Credentials.Basic(user.strip(), password.get()));
        }
        return new MlflowConnection(uri, Credentials.NONE);
    }

    /** Opens nothing yet. */
    public MlflowRegistry open(ClientSettings settings) {
        return new MlflowRegistry(
                uri, new PoliteClient(uri, Reach.configured(uri), credentials, RateWindow.unbounded(), settings));
    }
}
