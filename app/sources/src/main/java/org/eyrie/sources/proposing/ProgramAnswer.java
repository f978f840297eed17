package org.eyrie.sources.proposing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Programs out of what a model answered: a list of {@code {idea, program}}, in prose or a fenced block if need be. */
final class ProgramAnswer {

    /** A program, or what stands where one should. */
    record Written(String idea, String program) {}

    private static final int TRIES = 200;
    private static final int LONGEST_IDEA = 500;

    /** Beyond the 4,000 characters of a program, so that its refusal says how long it was, and no more. */
    private static final int LONGEST_PROGRAM = 5000;

    private final ObjectMapper mapper = new ObjectMapper(new JsonFactory());

    /**
     * The programs in their order.
     *
     * @param most how many are taken
     * @return none where there is no such list
     */
    List<Written> read(String answer, int most) {
        List<Written> best = List.of();
        int tries = 0;
        for (int i = 0; i < answer.length() && tries < TRIES && best.isEmpty(); i++) {
            char c = answer.charAt(i);
            if (c == '[' || c == '{') {
                tries++;
                best = listed(answer.substring(i), most);
            }
        }
        return best;
    }

    private List<Written> listed(String text, int most) {
        JsonNode node;
        try (JsonParser parser = mapper.getFactory().createParser(text)) {
            node = mapper.readTree(parser);
        } catch (JsonProcessingException e) {
            return List.of();
        } catch (IOException e) {
            throw new IllegalStateException("Text in memory can be read", e);
        }
        JsonNode list = node.has("programs") ? node.get("programs") : node;
        List<Written> written = new ArrayList<>();
        for (JsonNode one : list.isArray() ? list : List.of(list)) {
            JsonNode program = one.get("program");
            if (program != null && written.size() < most) {
                written.add(new Written(cut(one.path("idea").asText(""), LONGEST_IDEA), text(program)));
            }
        }
        return written;
    }

    private static String text(JsonNode program) {
        if (program.isTextual()) {
            return cut(program.asText().strip(), LONGEST_PROGRAM);
        }
        try {
            return cut(TreeText.program(program), LONGEST_PROGRAM);
        } catch (IllegalArgumentException e) {
            return cut(program.toString(), LONGEST_PROGRAM);
        }
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
