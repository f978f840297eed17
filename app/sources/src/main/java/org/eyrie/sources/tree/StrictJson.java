package org.eyrie.sources.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.jspecify.annotations.Nullable;

/** Parses JSON of bounded depth; a key that stands twice is an error, not a lottery. */
public final class StrictJson {

    /** How deep objects and arrays may be nested. */
    static final int MAX_DEPTH = 100;

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private static final Map<String, String> NAMED = Map.of(
            "Array", "a list",
            "String", "a text",
            "Integer", "a number",
            "Floating-point", "a number",
            "Boolean", "true or false");

    private static final Pattern FOUND = Pattern.compile("from (" + String.join("|", NAMED.keySet()) + ") value");

    private static final Pattern ITS_OWN = Pattern.compile(
            " \\(start marker at \\[[^\\]]*\\]\\)|, from `[^`]*`|: enable `[^`]*`.*|\\s*at \\[Source:.*");

    private static final ObjectMapper MAPPER = mapper(false);

    // The harness writes NaN where a metric could not be computed, which JSON does not know.
    private static final ObjectMapper LENIENT = mapper(true);

    private StrictJson() {}

    /**
     * The object in a text.
     *
     * @throws UnreadableException if the text is no JSON object, or anything follows it
     */
    public static Map<String, Object> object(Place place, String text) throws UnreadableException {
        Map<String, Object> flat = FlatJson.object(text);
        if (flat != null) {
            return flat;
        }
        try {
            return checked(place, MAPPER.readValue(text, OBJECT));
        } catch (JsonProcessingException e) {
            throw unreadable(place, e);
        }
    }

    /** The object that is a whole file, in which NaN and Infinity may stand; as {@link #object} in all else. */
    public static Map<String, Object> file(Place place, Reader reader) throws IOException {
        try {
            return checked(place, LENIENT.readValue(reader, OBJECT));
        } catch (JsonProcessingException e) {
            throw unreadable(place, e);
        }
    }

    /** The object in a line, in which NaN and Infinity may stand; as {@link #object} in all else. */
    public static Map<String, Object> line(Place place, String text) throws UnreadableException {
        try {
            return checked(place, LENIENT.readValue(text, OBJECT));
        } catch (JsonProcessingException e) {
            throw unreadable(place, e);
        }
    }

    /** Takes one object of a list. */
    @FunctionalInterface
    public interface ObjectTaker {
        void take(Place place, Map<String, Object> object) throws IOException;
    }

    /**
     * The objects of the list that is a whole file, one after the other, so that the list may be long; NaN and Infinity may
     * stand in them. Each is told with the line that it begins in.
     *
     * @throws UnreadableException if it is no list of objects, or anything follows it
     */
    public static void list(Place place, Reader reader, ObjectTaker taker) throws IOException {
        try (JsonParser parser = LENIENT.createParser(reader)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new UnreadableException(place, "This is no list of JSON objects");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                Place at =
                        new Place(place.input(), parser.currentTokenLocation().getLineNr());
                taker.take(
                        at,
                        checked(
                                at,
                                LENIENT.readerFor(OBJECT)
                                        .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                                        .readValue(parser)));
            }
            if (parser.nextToken() != null) {
                throw new UnreadableException(place, "Something follows the list");
            }
        } catch (JsonProcessingException e) {
            throw unreadable(place, e);
        }
    }

    /**
     * The only document in bytes of UTF-8, as nodes.
     *
     * @throws JsonProcessingException if they are no JSON, or anything follows it
     */
    public static JsonNode nodes(byte[] bytes) throws IOException {
        return MAPPER.readTree(bytes);
    }

    private static Map<String, Object> checked(Place place, @Nullable Map<String, Object> object)
            throws UnreadableException {
        if (object == null) {
            throw new UnreadableException(place, "This is null, not a JSON object");
        }
        return object;
    }

    private static UnreadableException unreadable(Place place, JsonProcessingException e) {
        long line =
                place.line() == 0 && e.getLocation() != null ? e.getLocation().getLineNr() : place.line();
        return new UnreadableException(new Place(place.input(), line), whatIsWrong(e));
    }

    /** Where something else was found than an object the library speaks of types that no file knows. */
    private static String whatIsWrong(JsonProcessingException e) {
        String message = complaint(e);
        if (!(e instanceof MismatchedInputException)) {
            return "This is no JSON object: " + message;
        }
        if (message.startsWith("Trailing token")) {
            return "Something follows the JSON object";
        }
        // the parser is closed by now and has forgotten what it found
        Matcher found = FOUND.matcher(message);
        return found.find()
                ? "This is " + NAMED.get(found.group(1)) + ", not a JSON object"
                : "There is no JSON object";
    }

    /** What the parser complains of, without places and names of its own: these are none of the file's. */
    public static String complaint(JsonProcessingException e) {
        String message = e.getOriginalMessage().lines().findFirst().orElse("");
        return ITS_OWN.matcher(message).replaceAll("").strip();
    }

    /** What may be read at all. */
    static StreamReadConstraints bounds() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(20_000_000)
                .maxNumberLength(100)
                .maxNameLength(10_000)
                .build();
    }

    private static ObjectMapper mapper(boolean notANumber) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(bounds())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .configure(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, notANumber)
                .build();
    }
}
