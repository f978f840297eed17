package org.eyrie.sources.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.sources.Place;
import org.eyrie.sources.UnreadableException;
import org.eyrie.sources.http.Answer;
import org.eyrie.sources.http.PoliteClient;
import org.eyrie.sources.tree.Json;
import org.eyrie.sources.tree.Tree;

/** The documented questions that an MLflow server is asked, versions 2 and 3. */
final class MlflowClient {

    private static final String PREFIX = "/api/2.0/mlflow/";
    private static final int MAX_PAGES = 10_000;

    private final PoliteClient client;
    private final ObjectMapper mapper = new ObjectMapper();

    MlflowClient(PoliteClient client) {
        this.client = client;
    }

    List<Map<String, Object>> registeredModels() {
        return pages("registered-models/search", Map.of("max_results", "200"), "registered_models");
    }

    /** Every version of a model, which is named by its exact name. */
    List<Map<String, Object>> versions(String name) {
        // The filter knows no escape: a name holds one kind of quotes or the other.
        String quote = name.contains("'") ? "\"" : "'";
        return pages(
                "model-versions/search",
                Map.of("filter", "name=" + quote + name + quote, "max_results", "200"),
                "model_versions");
    }

    /** A run; empty where it was deleted. */
    Optional<Map<String, Object>> run(String id) {
        return object("runs/get", Map.of("run_id", id)).map(answer -> Tree.child(answer, "run"));
    }

    /** A logged model of MLflow 3; empty where there is none, or the server knows none. */
    Optional<Map<String, Object>> loggedModel(String id) {
        return object("logged-models/" + URLEncoder.encode(id, StandardCharsets.UTF_8), Map.of())
                .map(answer -> Tree.child(answer, "model"));
    }

    /** Sets a tag of a version. */
    void setTag(String name, String version, String key, String value) {
        try {
            String body = mapper.writeValueAsString(
                    new TreeMap<>(Map.of("name", name, "version", version, "key", key, "value", value)));
            Answer answer = client.send(
                    "POST",
                    client.at(PREFIX + "model-versions/set-tag"),
                    Map.of("Content-Type", "application/json"),
                    body);
            if (!answer.isOk()) {
                throw unexpected(answer);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text is always JSON", e);
        }
    }

    private List<Map<String, Object>> pages(String path, Map<String, String> parameters, String key) {
        List<Map<String, Object>> all = new ArrayList<>();
        Set<String> tokens = new HashSet<>();
        String token = "";
        do {
            Map<String, String> page = new TreeMap<>(parameters);
            if (!token.isEmpty()) {
                page.put("page_token", token);
            }
            Map<String, Object> answer = object(path, page).orElse(Map.of());
            if (answer.get(key) instanceof List<?> list) {
                for (Object entry : list) {
                    if (entry instanceof Map<?, ?> map) {
                        all.add(Tree.object(map));
                    }
                }
            }
            token = answer.get("next_page_token") instanceof String next ? next : "";
            if (!token.isEmpty() && (!tokens.add(token) || tokens.size() > MAX_PAGES)) {
                throw new RegistryUnavailableException("The pages of " + path + " lead in a circle", null);
            }
        } while (!token.isEmpty());
        return all;
    }

    private Optional<Map<String, Object>> object(String path, Map<String, String> parameters) {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        Answer answer = client.get(client.at(PREFIX + path + query), Map.of());
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (!answer.isOk()) {
            throw unexpected(answer);
        }
        try {
            // Metrics may be NaN, and MLflow writes it as such.
            return Optional.of(Json.line(Place.of(answer.uri().toString()), answer.text()));
        } catch (UnreadableException e) {
            throw new RegistryUnavailableException(
                    answer.uri() + " does not answer as MLflow does: " + e.getMessage(), e);
        }
    }

    private static RegistryUnavailableException unexpected(Answer answer) {
        String hint = answer.status() == 401 || answer.status() == 403
                ? ". Set MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD"
                : "";
        return new RegistryUnavailableException(answer.uri() + " answers with status " + answer.status() + hint, null);
    }
}
