package org.eyrie.server.rest;

import io.micronaut.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How refusals and failures stand in the description: which operations may answer what. */
final class Problems {

    private static final List<HttpStatus> ALL = List.of(
            HttpStatus.BAD_REQUEST,
            HttpStatus.UNAUTHORIZED,
            HttpStatus.FORBIDDEN,
            HttpStatus.NOT_FOUND,
            HttpStatus.REQUEST_TIMEOUT,
            HttpStatus.CONFLICT,
            HttpStatus.REQUEST_ENTITY_TOO_LARGE,
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            HttpStatus.UNPROCESSABLE_ENTITY,
            HttpStatus.TOO_MANY_REQUESTS,
            HttpStatus.SERVICE_UNAVAILABLE);

    private Problems() {}

    /** Components of the description, by the name of the status. */
    static Map<String, Object> responses() {
        Map<String, Object> responses = new LinkedHashMap<>();
        for (HttpStatus status : ALL) {
            responses.put(
                    status.name(),
                    Map.of(
                            "description",
                            meaning(status),
                            "content",
                            Map.of(
                                    "application/problem+json",
                                    Map.of("schema", Map.of("$ref", "#/components/schemas/Problem")))));
        }
        return responses;
    }

    /** An error as {@link ProblemDetails} has it. */
    static Map<String, Object> schema() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("type", text);
        properties.put("title", text);
        properties.put("status", Map.of("type", "integer", "format", "int32"));
        properties.put("detail", text);
        properties.put("instance", text);
        properties.put("code", text);
        properties.put("errors", Map.of("type", "array", "items", Map.of("$ref", "#/components/schemas/Fault")));
        return Map.of(
                "type",
                "object",
                "description",
                "RFC 9457",
                "required",
                List.copyOf(properties.keySet()),
                "properties",
                properties);
    }

    /** Adds to an operation what it may answer besides its success. */
    static void addTo(String path, String method, Map<String, Object> operation) {
        Map<String, Object> responses = CompletedDescription.map(operation.get("responses"));
        boolean body = operation.containsKey("requestBody");
        for (HttpStatus status : ALL) {
            boolean possible =
                    switch (status) {
                        case REQUEST_TIMEOUT, REQUEST_ENTITY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> body;
                        case NOT_FOUND, BAD_REQUEST -> body || operation.containsKey("parameters");
                        default -> true;
                    };
            if (possible) {
                responses.putIfAbsent(
                        String.valueOf(status.getCode()), Map.of("$ref", "#/components/responses/" + status.name()));
            }
        }
        if (method.equals("get") && !path.contains("/jobs") && !path.contains("/imports")) {
            responses.putIfAbsent("304", Map.of("description", "The client's copy holds"));
        }
    }

    private static String meaning(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "Not understood; every fault is listed";
            case UNAUTHORIZED -> "A token is needed, or it is not known";
            case FORBIDDEN -> "The token does not allow this, or the page that asks is another site's";
            case NOT_FOUND -> "Something that was named does not exist";
            case REQUEST_TIMEOUT -> "The request came too slowly";
            case CONFLICT -> "What is there already does not go with it";
            case REQUEST_ENTITY_TOO_LARGE -> "More than is taken";
            case UNSUPPORTED_MEDIA_TYPE -> "Not a type of body that is read here";
            case UNPROCESSABLE_ENTITY -> "Nothing known says anything about it";
            case TOO_MANY_REQUESTS -> "Too much at once; Retry-After says when to come again";
            case SERVICE_UNAVAILABLE ->
                "The database does not answer, or too much is asked; Retry-After says when to try";
            default -> status.getReason();
        };
    }
}
