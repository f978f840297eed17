package org.eyrie.sources.kubeflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.sources.http.Call;
import org.eyrie.sources.http.JsonBody;
import org.eyrie.sources.http.PoliteClient;
import org.eyrie.sources.http.Reply;
import org.eyrie.sources.registry.AnswerFields;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Text;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.task.Progress;

/**
 * The endpoints of the registry that are needed here.
 *
 * <p>Every method throws {@link RegistryUnavailableException} if the server does not answer or refuses us, and
 * {@link UnreadableException} if its answer is not the registry's.
 */
public final class KubeflowRegistry {

    private static final String BASE = "/api/model_registry/v1alpha3/";
    private static final int PAGE = 100;
    private static final int MAX_PAGES = 10_000;

    private final URI uri;
    private final PoliteClient client;

    KubeflowRegistry(URI uri, PoliteClient client) {
        this.uri = uri;
        this.client = client;
    }

    /** Its address, which holds no secret. */
    public URI uri() {
        return uri;
    }

    /** Every registered model. */
    List<JsonNode> models(Progress progress) throws IOException {
        return pages("registered_models", progress);
    }

    /** Every version of a registered model. */
    List<JsonNode> versions(String modelId, Progress progress) throws IOException {
        return pages("registered_models/" + encoded(modelId) + "/versions", progress);
    }

    /** Artifacts of a version: models, documents, metrics. */
    List<JsonNode> artifacts(String versionId, Progress progress) throws IOException {
        return pages("model_versions/" + encoded(versionId) + "/artifacts", progress);
    }

    private List<JsonNode> pages(String endpoint, Progress progress) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        Set<String> tokens = new HashSet<>();
        String token = "";
        do {
            Call call = Call.get(URI.create(uri + BASE + endpoint + "?pageSize=" + PAGE
                    + (token.isEmpty() ? "" : "&nextPageToken=" + encoded(token))));
            AnswerFields page = AnswerFields.of(call.toString(), read(call, progress));
            items.addAll(page.list("items"));
            String next = page.text("nextPageToken");
            token = next == null ? "" : next;
            if ((!token.isEmpty() && !tokens.add(token)) || tokens.size() > MAX_PAGES) {
                throw new UnreadableException(
                        Place.of(call.toString()), "The pages never end: the server repeats itself");
            }
        } while (!token.isEmpty());
        return items;
    }

    private JsonNode read(Call call, Progress progress) throws IOException {
        Reply reply = client.send(call, progress);
        if (!reply.isSuccess()) {
            throw refused(call, reply);
        }
        return JsonBody.parse(call.toString(), reply.body());
    }

    // Its errors are {"code": ..., "message": ...}.
    private static RegistryUnavailableException refused(Call call, Reply reply) {
        String advice =
                switch (reply.status()) {
                    case 401, 403 -> ". Set " + KubeflowConnection.TOKEN + " to a token that may read the registry";
                    case 404 -> ". Is this the address of a Kubeflow Model Registry?";
                    default -> "";
                };
        String said = "";
        try {
            String message = AnswerFields.of("error", JsonBody.parse("error", reply.body()))
                    .text("message");
            said = message == null ? "" : ": " + Text.quoted(message);
        } catch (UnreadableException e) {
            said = ""; // a proxy's page, of which the status says enough
        }
        return new RegistryUnavailableException(call + " was answered with " + reply.status() + said + advice, null);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
