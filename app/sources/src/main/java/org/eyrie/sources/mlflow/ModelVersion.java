package org.eyrie.sources.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eyrie.model.ModelId;
import org.eyrie.sources.registry.AnswerFields;
import org.eyrie.sources.spi.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * A version of a registered model.
 *
 * @param version a number, which MLflow spells as text
 * @param source where its files are, or {@code models:/m-...} for a logged model, or null
 * @param runId the run that made it, or null
 * @param stage as older servers have them, such as Production, or null
 * @param tags in the server's order
 * @param created when, or null
 */
record ModelVersion(
        String name,
        String version,
        @Nullable String source,
        @Nullable String runId,
        @Nullable String stage,
        Map<String, String> tags,
        @Nullable Instant created) {

    private static final Pattern COPIED = Pattern.compile("models:/[^/@]+/\\d+");
    private static final String LOGGED_MODEL = "models:/m-";

    static ModelVersion of(JsonNode json) throws UnreadableException {
        AnswerFields fields = AnswerFields.of("model version", json);
        return new ModelVersion(
                fields.required("name"),
                fields.required("version"),
                fields.text("source"),
                fields.text("run_id"),
                fields.text("current_stage"),
                fields.pairs("tags"),
                fields.millis("creation_timestamp"));
    }

    /** {@code models:/name/version}, as MLflow addresses it. */
    String address() {
        return address(name, version);
    }

    static String address(String name, String version) {
        return "models:/" + name + "/" + version;
    }

    /** @throws IllegalArgumentException if the name cannot be a model's */
    ModelId id() {
        return new ModelId(address());
    }

    /** The version it is a copy of, as the server writes down; empty for others. */
    Optional<ModelId> copied() {
        return source != null && COPIED.matcher(source).matches() && !source.equals(address())
                ? Optional.of(new ModelId(source))
                : Optional.empty();
    }

    /** The logged model it was made from (MLflow 3); empty for others. */
    Optional<String> loggedModel() {
        return source != null && source.startsWith(LOGGED_MODEL)
                ? Optional.of(source.substring("models:/".length()))
                : Optional.empty();
    }
}
