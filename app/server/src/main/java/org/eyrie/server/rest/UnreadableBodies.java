package org.eyrie.server.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eyrie.model.Fault;
import org.eyrie.model.Nearest;
import org.eyrie.sources.tree.ParsedTree;
import org.eyrie.sources.tree.StrictJson;
import org.jspecify.annotations.Nullable;

/** What is wrong with a body that could not be read, in words of who wrote it: which key, and what it should hold. */
final class UnreadableBodies {

    private static final Map<String, String> FOUND_WORDS = Map.of(
            "Object", "an object",
            "Array", "a list",
            "String", "a text",
            "Integer", "a number",
            "Floating-point", "a number",
            "Number", "a number",
            "Boolean", "true or false",
            "boolean", "true or false");

    private static final Pattern FOUND =
            Pattern.compile("(?:from|coerce) (" + String.join("|", FOUND_WORDS.keySet()) + ") value");

    /** Behind it stands what a type of ours says itself of a text that it refuses. */
    private static final Pattern OWN_REASON = Pattern.compile("from String \"(?s:.*)\": (?<reason>.*)$");

    private UnreadableBodies() {}

    /** The fault that a failure tells of; empty where it is not about JSON. */
    static Optional<Fault> fault(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof JsonProcessingException unread) {
                return Optional.of(of(unread));
            }
        }
        return Optional.empty();
    }

    private static Fault of(JsonProcessingException failure) {
        String where = failure instanceof JsonMappingException mapping ? path(mapping) : "body";
        return new Fault(where, reason(failure));
    }

    private static String reason(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return noSuchKey(unknown);
        }
        if (failure instanceof MismatchedInputException mismatched) {
            return mismatch(mismatched);
        }
        if (failure instanceof JsonMappingException && failure.getCause() instanceof StreamReadException inside) {
            return broken(inside);
        }
        return failure instanceof StreamReadException broken ? broken(broken) : "It cannot be read.";
    }

    private static String noSuchKey(UnrecognizedPropertyException unknown) {
        List<String> keys = unknown.getKnownPropertyIds() == null
                ? List.of()
                : unknown.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .toList();
        return "There is no such key"
                + (keys.isEmpty() ? "." : ", only " + String.join(", ", keys) + ".")
                + Nearest.hint(unknown.getPropertyName(), keys);
    }

    private static String mismatch(MismatchedInputException failure) {
        String message = String.valueOf(failure.getOriginalMessage());
        if (message.startsWith("No content")) {
            return "There is no JSON object.";
        }
        if (message.startsWith("Trailing token")) {
            return "Something follows the JSON object.";
        }
        Class<?> wanted = failure.getTargetType();
        Matcher own = OWN_REASON.matcher(message);
        if (failure instanceof InvalidFormatException && isOurs(wanted) && own.find()) {
            return own.group("reason") + (own.group("reason").endsWith(".") ? "" : ".");
        }
        if (failure.getPath().isEmpty() && isOurs(wanted)) {
            String found = found(failure, message);
            return found == null ? "There is no JSON object." : "This is " + found + ", not a JSON object.";
        }
        String found = found(failure, message);
        return "It must be " + wanted(wanted) + (found == null ? "." : ", not " + found + ".");
    }

    private static @Nullable String found(MismatchedInputException failure, String message) {
        if (failure instanceof InvalidFormatException said && said.getValue() != null) {
            return ParsedTree.describe(said.getValue());
        }
        Matcher found = FOUND.matcher(message);
        return found.find() ? FOUND_WORDS.get(found.group(1)) : null;
    }

    private static boolean isOurs(@Nullable Class<?> type) {
        return type != null && type.getName().startsWith("org.eyrie.");
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type == WhatIfRequest.ParentRequest.class) {
            return "a name, or an object with id and weight";
        }
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return number(type);
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a day or a moment as ISO 8601 writes it";
        }
        return CharSequence.class.isAssignableFrom(type) ? "a text" : "an object";
    }

    private static String number(Class<?> type) {
        return type == Double.class || type == double.class || type == Float.class || type == float.class
                ? "a number"
                : "a whole number";
    }

    /** Where in the body it breaks off stands with it, which is one that the sender has before them. */
    private static String broken(StreamReadException failure) {
        if (failure instanceof InputCoercionException coerced) {
            return "It must be " + wanted(coerced.getTargetType()) + " of a size that can be kept.";
        }
        String place = failure.getLocation() == null
                ? ""
                : " (line " + failure.getLocation().getLineNr() + ", column "
                        + failure.getLocation().getColumnNr() + ")";
        return "This is no JSON: " + StrictJson.complaint(failure) + place + ".";
    }

    private static String path(JsonMappingException mapping) {
        String path = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "body" : path.replaceFirst("^\\.", "");
    }
}
