package org.eyrie.sources.kubeflow;

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
 * Where a registry is and who asks it.
 *
 * @param uri such as {@code http://localhost:8080}, from the command line or the configuration, never from data
 */
public record KubeflowConnection(URI uri, Credentials credentials) {

    /** The variable with the token that is sent, where it is set. */
    public static final String TOKEN = "MODEL_REGISTRY_TOKEN";

    public KubeflowConnection {
        Reach.configured(uri);
        String text = uri.toString();
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("The address of a registry has no ? and no #");
        }
        uri = text.endsWith("/") ? URI.create(text.replaceAll("/+$", "")) : uri;
    }

    /** A registry, asked with the token of the environment or as nobody. */
    public static KubeflowConnection of(URI uri, Map<String, String> environment) {
        Optional<Secret> token = Secret.ofNullable(environment.get(TOKEN));
        return new KubeflowConnection(uri, token.isPresent() ? new Credentials.Bearer(token.get()) : Credentials.NONE);
    }

    /** Opens nothing yet. */
    public KubeflowRegistry open(ClientSettings settings) {
        return new KubeflowRegistry(
                uri, new PoliteClient(uri, Reach.configured(uri), credentials, RateWindow.unbounded(), settings));
    }
}
