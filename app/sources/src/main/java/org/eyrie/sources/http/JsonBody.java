package org.eyrie.sources.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.tree.StrictJson;

/** Bytes of an answer as JSON, strictly: one document, no key twice, bounded depth, numbers finite. */
public final class JsonBody {

    private JsonBody() {}

    /**
     * The only document in the bytes.
     *
     * @param what whose answer, for messages
     * @throws UnreadableException if it is no JSON
     */
    public static JsonNode parse(String what, byte[] body) throws UnreadableException {
        try {
            JsonNode node = StrictJson.nodes(body);
            if (node == null || node.isMissingNode()) {
                throw new UnreadableException(Place.of(what), "The answer is empty, JSON was expected");
            }
            return node;
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new UnreadableException(
                    new Place(what, line), "The answer is damaged or no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UnreadableException(Place.of(what), "The answer is no JSON in UTF-8");
        }
    }

    /** A value as JSON. */
    public static String write(JsonNode node) {
        return node.toString();
    }
}
