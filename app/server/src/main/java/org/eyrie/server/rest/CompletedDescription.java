package org.eyrie.server.rest;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eyrie.model.Relation;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The API's description with what the compiler's part of it cannot see: which parts of compiled records may be null, how
 * words of ours look as JSON, which parameters of two paths' one method stand in the path, and the answers that any
 * operation may give.
 */
final class CompletedDescription {

    /** What a question names when it stands behind the question mark rather than in the path. */
    private static final Set<String> ALWAYS_NEEDED = Set.of("id", "other", "benchmark", "source");

    /** Parameters that are read off the request by hand: the compiler's part calls them objects. */
    private static final Map<String, Map<String, Object>> BY_HAND = Map.of(
            "dry_run",
            Map.of("type", "boolean"),
            "new_models",
            Map.of("type", "boolean"),
            "skip_bad_rows",
            Map.of("type", "boolean"),
            "Last-Event-ID",
            Map.of("type", "string"),
            KeyedRequests.HEADER,
            Map.of("type", "string", "minLength", 1, "maxLength", 200, "pattern", "^[!-~]+$"));

    private static final String EVERYWHERE = "/api/v1/lineage/suspicious";

    private final SentTypes types;
    private static final String BILL = "application/vnd.cyclonedx+json";

    private final Map<String, Object> root;

    private CompletedDescription(Map<String, Object> root, SentTypes types) {
        this.root = root;
        this.types = types;
    }

    static String of(String yaml, SentTypes types) {
        Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        CompletedDescription description = new CompletedDescription(root, types);
        description.complete();
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        return new Yaml(options).dump(root);
    }

    private void complete() {
        Map<String, Object> components = map(root.get("components"));
        map(components.get("schemas")).forEach((name, schema) -> schema(name, map(schema)));
        components.put("responses", Problems.responses());
        map(components.get("schemas")).put("Problem", Problems.schema());
        map(root.get("paths")).forEach((path, operations) -> map(operations).forEach((method, operation) -> {
            parameters(path, map(operation));
            events(map(operation));
            bills(map(operation));
            body(map(operation));
            Problems.addTo(path, method, map(operation));
        }));
    }

    private void schema(String name, Map<String, Object> schema) {
        Class<?> type = types.ofName(name);
        if (type == Relation.class) {
            schema.put("enum", Stream.of(Relation.values()).map(Relation::code).toList());
        }
        if (type == null || !type.isRecord()) {
            return;
        }
        Map<String, Object> properties = map(schema.get("properties"));
        for (RecordComponent component : type.getRecordComponents()) {
            Object property = properties.get(component.getName());
            if (property != null && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.put(component.getName(), nullable(map(property)));
            } else if (property != null && holdsNothing(component)) {
                map(property).computeIfPresent("items", (key, items) -> nullable(map(items)));
            }
        }
        Alternatives.addTo(name, properties);
        if (!type.getSimpleName().endsWith("Request")) {
            schema.put("required", new ArrayList<>(properties.keySet())); // what is not known is sent as null
        }
    }

    /** Whether it is a list of which places may be empty. */
    private static boolean holdsNothing(RecordComponent component) {
        return component.getAnnotatedType() instanceof AnnotatedParameterizedType list
                && list.getAnnotatedActualTypeArguments().length == 1
                && list.getAnnotatedActualTypeArguments()[0].isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> nullable(Map<String, Object> schema) {
        Map<String, Object> wider = new LinkedHashMap<>();
        if (schema.get("$ref") instanceof String reference) {
            wider.put("allOf", List.of(Map.of("$ref", reference)));
        } else {
            wider.putAll(schema);
        }
        wider.put("nullable", true);
        return wider;
    }

    private static void parameters(String path, Map<String, Object> operation) {
        if (!(operation.get("parameters") instanceof List<?> parameters)) {
            return;
        }
        for (Object each : parameters) {
            Map<String, Object> parameter = map(each);
            Map<String, Object> schema = map(parameter.get("schema"));
            schema.putAll(BY_HAND.getOrDefault(String.valueOf(parameter.get("name")), Map.of()));
            schema.remove("nullable"); // it may be missing, but there is no way to write null
            boolean list = "array".equals(schema.get("type"));
            parameter.put("explode", list);
            if (path.contains("{" + parameter.get("name") + "}")) {
                parameter.put("in", "path");
                parameter.put("required", true);
                parameter.remove("explode");
            } else if (ALWAYS_NEEDED.contains(String.valueOf(parameter.get("name"))) && !list) {
                parameter.put("required", !path.equals(EVERYWHERE));
            }
            if (Boolean.TRUE.equals(parameter.get("required")) && "string".equals(schema.get("type"))) {
                schema.putIfAbsent("minLength", 1);
            }
        }
    }

    /** A body that may be missing may be null. */
    private static void body(Map<String, Object> operation) {
        Map<String, Object> body = map(operation.get("requestBody"));
        if (!Boolean.TRUE.equals(body.get("required"))) {
            map(body.get("content")).values().forEach(content -> map(content)
                    .computeIfPresent("schema", (name, schema) -> nullable(map(schema))));
        }
    }

    /** What is written as a text here is a document there. */
    private static void bills(Map<String, Object> operation) {
        map(operation.get("responses")).values().forEach(response -> map(map(response)
                        .get("content"))
                .computeIfPresent(BILL, (type, content) -> Map.of("schema", Map.of("type", "object"))));
    }

    /** What stands behind {@code data:} in a stream is a text that holds JSON. */
    private static void events(Map<String, Object> operation) {
        map(operation.get("responses")).values().forEach(response -> map(map(response)
                        .get("content"))
                .computeIfPresent(
                        "text/event-stream",
                        (type, content) -> Map.of(
                                "schema",
                                Map.of(
                                        "type",
                                        "object",
                                        "properties",
                                        Map.of("data", Map.of("type", "string"), "event", Map.of("type", "string"))))));
    }

    @SuppressWarnings("unchecked") // YAML's keys are texts wherever a description has a map
    static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }
}
