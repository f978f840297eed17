package org.eyrie.sources.proposing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A request to {@code /chat/completions}, with the answer bound to the language where the server can. */
final class ChatRequest {

    /** One turn of a talk. */
    record Turn(String role, String content) {}

    /** A list of ideas and programs around the grammar of programs, whose root becomes a rule of its own. */
    private static final String LIST = """
        root ::= "[" entry (", " entry)* "]"
        entry ::= "{\\"idea\\": \\"" idea "\\", \\"program\\": \\"" program "\\"}"
        idea ::= [A-Za-z0-9 ,.;:()=*+-]*
        """;

    private final ObjectMapper mapper = new ObjectMapper();
    private final ModelEndpoint endpoint;
    private final LanguageGuide guide;

    ChatRequest(ModelEndpoint endpoint, LanguageGuide guide) {
        this.endpoint = endpoint;
        this.guide = guide;
    }

    String json(List<Turn> turns) {
        ObjectNode body = mapper.createObjectNode();
        body.put("model", endpoint.model());
        body.put("temperature", endpoint.temperature());
        body.put("max_tokens", endpoint.maxTokens());
        ArrayNode messages = body.putArray("messages");
        for (Turn turn : turns) {
            messages.addObject().put("role", turn.role()).put("content", turn.content());
        }
        switch (endpoint.kind()) {
            case VLLM -> body.putObject("structured_outputs").put("grammar", grammar());
            case LLAMA_CPP -> body.put("grammar", grammar());
            case SCHEMA -> {
                ObjectNode format = body.putObject("response_format");
                format.put("type", "json_schema");
                format.putObject("json_schema").put("name", "programs").set("schema", schema());
            }
            case PLAIN -> {}
        }
        return body.toString();
    }

    private String grammar() {
        return LIST + guide.grammar().replaceFirst("(?m)^root ::=", "program ::=");
    }

    private ObjectNode schema() {
        ObjectNode schema = mapper.createObjectNode();
        schema.put("type", "object").put("additionalProperties", false);
        schema.putArray("required").add("programs");
        ObjectNode one = mapper.createObjectNode();
        one.put("type", "object").put("additionalProperties", false);
        one.putArray("required").add("idea").add("program");
        ObjectNode fields = one.putObject("properties");
        fields.putObject("idea").put("type", "string");
        fields.putObject("program").put("$ref", "#/$defs/vec");
        schema.putObject("properties")
                .putObject("programs")
                .put("type", "array")
                .set("items", one);
        try {
            schema.set("$defs", mapper.readTree(guide.treeSchema()).get("$defs"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The guide's schema is no JSON", e);
        }
        return schema;
    }
}
