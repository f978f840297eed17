package org.eyrie.sources.kubeflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.ModelId;
import org.eyrie.sources.registry.AnswerFields;
import org.eyrie.sources.spi.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * A version of a registered model with its artifacts.
 *
 * @param address {@code kubeflow:/NAME/VERSION}
 * @param created when it was registered, or null
 * @param license of the registered model, or null
 * @param properties what people wrote on the version and on its model artifacts, the version's first
 * @param metrics artifacts of the type metric: the latest of each name
 * @param sources names of models that its artifacts come from, as far as those are models
 */
record KubeflowVersion(
        String address,
        @Nullable Instant created,
        @Nullable String license,
        Map<String, String> properties,
        List<Metric> metrics,
        List<String> sources) {

    static final String SCHEME = "kubeflow:/";

    /** Where models come from that are registered from a catalog; pipelines and notebooks are no models. */
    private static final List<String> CATALOGS = List.of("catalog", "hf", "huggingface", "hub");

    /** A number with a name of its own. */
    record Metric(String name, double value, @Nullable Instant time) {}

    /** @throws UnreadableException if something in it is not what the registry's description says */
    static KubeflowVersion of(AnswerFields model, JsonNode json, List<JsonNode> artifacts) throws UnreadableException {
        String address = SCHEME + model.required("name");
        AnswerFields version = AnswerFields.of("version of " + address, json);
        address = address + "/" + version.required("name");
        Map<String, String> properties = new LinkedHashMap<>(properties(version));
        Map<String, Metric> metrics = new LinkedHashMap<>();
        List<String> sources = new ArrayList<>();
        for (JsonNode each : artifacts) {
            AnswerFields artifact = AnswerFields.of("artifact of " + address, each);
            String type = artifact.text("artifactType");
            if ("metric".equals(type)) {
                metric(artifact, metrics);
            } else if (type == null || "model-artifact".equals(type)) {
                properties(artifact).forEach(properties::putIfAbsent);
                source(artifact, sources);
            }
        }
        return new KubeflowVersion(
                address,
                version.millis("createTimeSinceEpoch"),
                model.text("license"),
                properties,
                List.copyOf(metrics.values()),
                sources);
    }

    /** @throws IllegalArgumentException if its name is none */
    ModelId id() {
        return new ModelId(address);
    }

    private static void metric(AnswerFields artifact, Map<String, Metric> metrics) throws UnreadableException {
        String name = artifact.text("name");
        Double value = artifact.number("value");
        if (name != null && value != null) {
            Metric metric = new Metric(name, value, artifact.millis("timestamp"));
            metrics.merge(name, metric, (older, newer) -> isBefore(newer, older) ? older : newer);
        }
    }

    private static boolean isBefore(Metric one, Metric other) {
        return one.time() != null && other.time() != null && one.time().isBefore(other.time());
    }

    // A tag follows a colon: ibm-granite/granite-3.1-8b-base:2.1.2.
    private static void source(AnswerFields artifact, List<String> sources) throws UnreadableException {
        String kind = artifact.text("modelSourceKind");
        String name = artifact.text("modelSourceName");
        if (kind != null && name != null && CATALOGS.contains(kind.toLowerCase(java.util.Locale.ROOT))) {
            int tag = name.indexOf(':', name.lastIndexOf('/') + 1);
            sources.add(tag < 0 ? name : name.substring(0, tag));
        }
    }

    // {"key": {"metadataType": "MetadataDoubleValue", "double_value": 0.5}}; encoded structures are nobody's here.
    private static Map<String, String> properties(AnswerFields resource) throws UnreadableException {
        Map<String, String> properties = new LinkedHashMap<>();
        JsonNode custom = resource.value("customProperties");
        if (custom != null) {
            custom.properties().forEach(entry -> {
                for (String type : List.of("string_value", "double_value", "int_value", "bool_value")) {
                    JsonNode value = entry.getValue().get(type);
                    if (value != null && value.isValueNode() && !value.isNull()) {
                        properties.put(entry.getKey(), value.asText());
                    }
                }
            });
        }
        return properties;
    }
}
