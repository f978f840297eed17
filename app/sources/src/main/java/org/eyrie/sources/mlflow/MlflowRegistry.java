package org.eyrie.sources.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.sources.http.Call;
import org.eyrie.sources.http.JsonBody;
import org.eyrie.sources.http.PoliteClient;
import org.eyrie.sources.http.Reply;
import org.eyrie.sources.registry.AnswerFields;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.tree.StrictYaml;
import org.eyrie.task.Progress;

/**
 * The endpoints of MLflow that are needed here, those of 2.x and 3 alike ({@code /api/2.0/mlflow}).
 *
 * <p>Every method throws {@link RegistryUnavailableException} if the server does not answer or refuses us, and
 * {@link UnreadableException} if its answer is not MLflow's.
 */
public final class MlflowRegistry {

    private static final int PAGE = 1_000;
    private static final int MAX_PAGES = 1_000;

    private final URI uri;
    private final PoliteClient client;

    MlflowRegistry(URI uri, PoliteClient client) {
        this.uri = uri;
        this.client = client;
    }

    /** Its address, which holds no secret. */
    public URI uri() {
        return uri;
    }

    /** Asks for as little as there is, to find out whether the server answers us. */
    public void check(Progress progress) throws IOException {
        Call call = Call.get(at("registered-models/search?max_results=1"));
        AnswerFields.of(call.toString(), read(call, progress)).list("registered_models");
    }

    /** Takes one element of a list. */
    @FunctionalInterface
    interface Each {
        void accept(JsonNode element) throws IOException;
    }

    /**
     * What the registry says of models whatever their version.
     *
     * @param aliases which version each stands for: {@code models:/name@alias} to {@code models:/name/version}
     * @param tags by the model's name
     */
    record Registered(Map<String, String> aliases, Map<String, Map<String, String>> tags) {

        static final Registered NOTHING = new Registered(Map.of(), Map.of());
    }

    /** All registered models. */
    Registered registered(Progress progress) throws IOException {
        Map<String, String> aliases = new HashMap<>();
        Map<String, Map<String, String>> tags = new HashMap<>();
        pages("registered-models/search", "", "registered_models", progress, element -> {
            AnswerFields model = AnswerFields.of("registered model", element);
            String name = model.required("name");
            tags.put(name, model.pairs("tags"));
            for (JsonNode each : model.list("aliases")) {
                AnswerFields alias = AnswerFields.of("alias of " + name, each);
                aliases.put(
                        "models:/" + name + "@" + alias.required("alias"),
                        ModelVersion.address(name, alias.required("version")));
            }
        });
        return new Registered(aliases, tags);
    }

    /** Every version of every model, in an order that later changes do not disturb. */
    void versions(Progress progress, Each each) throws IOException {
        pages("model-versions/search", "&order_by=creation_timestamp%20ASC", "model_versions", progress, each);
    }

    /** A run; empty where it was deleted or is hidden from us. */
    Optional<Tracked> run(String id, Progress progress) throws IOException {
        Optional<JsonNode> json = find("runs/get?run_id=" + encoded(id), progress);
        return json.isPresent() ? Optional.of(Tracked.run(id, json.get())) : Optional.empty();
    }

    /** A logged model (MLflow 3); empty where it was deleted, is hidden from us, or the server knows none. */
    Optional<Tracked> loggedModel(String id, Progress progress) throws IOException {
        Optional<JsonNode> json = find("logged-models/" + encoded(id), progress);
        return json.isPresent() ? Optional.of(Tracked.loggedModel(id, json.get())) : Optional.empty();
    }

    /** The file {@code MLmodel} of a version, at most a megabyte; empty where it has none, or it is hidden from us. */
    Optional<byte[]> modelFile(ModelVersion version, Progress progress) throws IOException {
        Call call = Call.get(URI.create(uri + "/model-versions/get-artifact?name=" + encoded(version.name())
                        + "&version=" + encoded(version.version()) + "&path=MLmodel"))
                .withMaxBody(StrictYaml.MAX_LENGTH);
        Reply reply = client.send(call, progress);
        return reply.isSuccess() ? Optional.of(reply.body()) : Optional.empty();
    }

    /** The id of the experiment of a name; empty where there is none, or it is hidden from us. */
    Optional<String> experiment(String name, Progress progress) throws IOException {
        Optional<JsonNode> json = find("experiments/get-by-name?experiment_name=" + encoded(name), progress);
        return json.isEmpty()
                ? Optional.empty()
                : Optional.of(json.get().at("/experiment/experiment_id").asText())
                        .filter(id -> !id.isEmpty());
    }

    /** Every run of an experiment that was not deleted, newest first. */
    void runs(String experiment, Progress progress, Each each) throws IOException {
        Set<String> tokens = new HashSet<>();
        String token = "";
        do {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("max_results", PAGE);
            body.putArray("experiment_ids").add(experiment);
            if (!token.isEmpty()) {
                body.put("page_token", token);
            }
            Call call = Call.post(at("runs/search"), body.toString(), true);
            token = page(call, "runs", tokens, progress, each);
        } while (!token.isEmpty());
    }

    /** Sets a tag of a version; setting it twice is setting it once. */
    void setTag(String name, String version, String key, String value, Progress progress) throws IOException {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("version", version)
                .put("key", key)
                .put("value", value);
        Call call = Call.post(at("model-versions/set-tag"), body.toString(), true);
        Reply reply = client.send(call, progress);
        if (!reply.isSuccess()) {
            throw MlflowAnswers.refused(call, reply);
        }
    }

    private void pages(String endpoint, String query, String list, Progress progress, Each each) throws IOException {
        Set<String> tokens = new HashSet<>();
        String token = "";
        do {
            Call call = Call.get(at(endpoint + "?max_results=" + PAGE + query
                    + (token.isEmpty() ? "" : "&page_token=" + encoded(token))));
            token = page(call, list, tokens, progress, each);
        } while (!token.isEmpty());
    }

    // Returns the token of the next page, empty after the last one.
    private String page(Call call, String list, Set<String> tokens, Progress progress, Each each) throws IOException {
        AnswerFields page = AnswerFields.of(call.toString(), read(call, progress));
        for (JsonNode element : page.list(list)) {
            each.accept(element);
        }
        String next = page.text("next_page_token");
        String token = next == null ? "" : next;
        if ((!token.isEmpty() && !tokens.add(token)) || tokens.size() > MAX_PAGES) {
            throw new UnreadableException(Place.of(call.toString()), "The pages never end: the server repeats itself");
        }
        return token;
    }

    private JsonNode read(Call call, Progress progress) throws IOException {
        Reply reply = client.send(call, progress);
        if (!reply.isSuccess()) {
            throw MlflowAnswers.refused(call, reply);
        }
        return JsonBody.parse(call.toString(), reply.body());
    }

    private Optional<JsonNode> find(String endpoint, Progress progress) throws IOException {
        Call call = Call.get(at(endpoint));
        Reply reply = client.send(call, progress);
        if (reply.isSuccess()) {
            return Optional.of(JsonBody.parse(call.toString(), reply.body()));
        }
        return switch (reply.status()) {
            case 403, 404 -> Optional.empty();
            default -> throw MlflowAnswers.refused(call, reply);
        };
    }

    private URI at(String endpoint) {
        return URI.create(uri + "/api/2.0/mlflow/" + endpoint);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
