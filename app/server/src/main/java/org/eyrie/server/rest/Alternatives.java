package org.eyrie.server.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What may be written in one way or another: how it stands in the description, of which the compiler sees one way only. */
final class Alternatives {

    private static final Map<String, Object> NAME = Map.of("type", "string", "minLength", 1);

    private static final List<Object> WEIGHTED = List.of(
            Map.of("type", "array", "items", NAME),
            Map.of("type", "object", "additionalProperties", Map.of("type", "number", "format", "double")));

    private static final Map<String, Object> PARENT =
            Map.of("anyOf", List.of(NAME, Map.of("$ref", "#/components/schemas/WhatIfRequest.ParentRequest")));

    private Alternatives() {}

    /** Puts them in the place of what stands there. */
    static void addTo(String schema, Map<String, Object> properties) {
        if (schema.equals("WhatIfRequest") || schema.equals("CandidateRequest")) {
            Map<String, Object> parents = new LinkedHashMap<>(CompletedDescription.map(properties.get("parents")));
            parents.put("items", PARENT);
            properties.put("parents", parents);
        } else if (schema.equals("ScreeningRequest")) {
            Map<String, Object> benchmarks =
                    new LinkedHashMap<>(CompletedDescription.map(properties.get("benchmarks")));
            benchmarks.remove("type");
            benchmarks.put("anyOf", WEIGHTED);
            properties.put("benchmarks", benchmarks);
        }
    }
}
