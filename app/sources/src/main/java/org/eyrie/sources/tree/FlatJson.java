package org.eyrie.sources.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects whose values are texts, numbers, true, false or null, of which a file may hold millions: token by token, for half of
 * what a mapper costs. Says nothing of any other text; {@link StrictJson} reads it, or finds what is wrong with it.
 */
final class FlatJson {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().streamReadConstraints(StrictJson.bounds()).build();

    private FlatJson() {}

    /** The object in a text; null where it is no such object, or no object at all. */
    static @Nullable Map<String, Object> object(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            Map<String, Object> object = new LinkedHashMap<>();
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                if (object.containsKey(key) || !put(object, key, parser)) {
                    return null;
                }
            }
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null ? object : null;
        } catch (IOException e) {
            return null; // told in the words of whoever reads it again
        }
    }

    private static boolean put(Map<String, Object> object, String key, JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_STRING) {
            object.put(key, parser.getText());
        } else if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            object.put(key, parser.getNumberValue());
        } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            object.put(key, token == JsonToken.VALUE_TRUE);
        } else {
            return false; // null too: it is rare, and no value of this map
        }
        return true;
    }
}
