package org.eyrie.server.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The API's own description, read by a client that knows nothing else of it. */
final class Description {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final Map<?, ?> root;

    Description(String yaml) {
        this.root = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    }

    /**
     * What may be asked.
     *
     * @param path with names in braces
     * @param inPath parameters that are part of the path
     * @param inQuery parameters behind the question mark
     * @param body schema of the JSON body, empty where there is none
     * @param mediaTypes what a body may be, none where there is no body
     */
    record Operation(
            String method,
            String path,
            List<String> inPath,
            List<String> inQuery,
            Map<?, ?> body,
            List<String> mediaTypes) {

        boolean hasBody() {
            return !mediaTypes.isEmpty();
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        map(root.get("paths")).forEach((path, item) -> map(item).forEach((method, operation) -> {
            if (METHODS.contains(String.valueOf(method))) {
                operations.add(operation(String.valueOf(path), String.valueOf(method), map(operation)));
            }
        }));
        return operations;
    }

    private Operation operation(String path, String method, Map<?, ?> operation) {
        List<String> inPath = new ArrayList<>();
        List<String> inQuery = new ArrayList<>();
        for (Object each : list(operation.get("parameters"))) {
            Map<?, ?> parameter = map(each);
            ("path".equals(parameter.get("in")) ? inPath : inQuery).add(String.valueOf(parameter.get("name")));
        }
        Map<?, ?> content = map(map(operation.get("requestBody")).get("content"));
        Map<?, ?> json = map(content.get("application/json"));
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                inPath,
                inQuery,
                resolved(map(json.get("schema"))),
                content.keySet().stream().map(String::valueOf).toList());
    }

    /** The schema itself where it is a reference to one, or one of several. */
    Map<?, ?> resolved(Map<?, ?> schema) {
        Map<?, ?> found = schema;
        for (Object all : list(schema.get("allOf"))) {
            found = map(all);
        }
        for (Object either : list(found.get("anyOf"))) {
            found = map(either); // the last says most
        }
        if (found.get("$ref") instanceof String reference) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            return resolved(map(map(map(root.get("components")).get("schemas")).get(name)));
        }
        return found;
    }

    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
