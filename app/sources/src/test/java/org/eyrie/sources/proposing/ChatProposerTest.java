package org.eyrie.sources.proposing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that behaves as vLLM and llama.cpp do. */
class ChatProposerTest extends ChatFixture {
    @Test
    void whatWasTriedAndWhatWasRefusedStandsInThePrompt() throws IOException {
        says(GOOD);
        List<ProgramDraft> drafts = proposer(ServerKind.PLAIN).propose(record(), 5);
        assertThat(drafts).containsExactly(new ProgramDraft("base + sum(taus)", ProgramOrigin.LLM, List.of(), "a sum"));
        JsonNode body = asked(0);
        assertThat(body.get("model").asText()).isEqualTo("acme/writer");
        assertThat(body.get("messages").get(0).get("content").asText())
                .contains("sum(v): the sum over the parents", "base + mean(taus)");
        assertThat(body.get("messages").get(1).get("content").asText())
                .contains("2 parents", "sums, words", "0.500 (", "sums 0.67 words 0.33", "base + .5 * sum(taus)")
                .contains("base + summ(taus)", "summ is no operator", "Write 5 new programs");
        assertThat(server.seen().get(0).headers().getFirst("Authorization")).isEqualTo("Bearer " + KEY);
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerIsBoundInOneWayAtMost(ServerKind kind) throws IOException {
        says(GOOD);
        assertThat(proposed(kind)).containsExactly("base + sum(taus)");
        JsonNode body = asked(0);
        assertThat(body.has("structured_outputs")).isEqualTo(kind == ServerKind.VLLM);
        assertThat(body.has("grammar")).isEqualTo(kind == ServerKind.LLAMA_CPP);
        assertThat(body.has("response_format")).isEqualTo(kind == ServerKind.SCHEMA);
        if (kind == ServerKind.VLLM) {
            assertThat(body.get("structured_outputs").get("grammar").asText())
                    .startsWith("root ::= \"[\" entry")
                    .contains("program ::= \"base + \" vec");
        } else if (kind == ServerKind.SCHEMA) {
            JsonNode schema = body.get("response_format").get("json_schema").get("schema");
            assertThat(schema.get("$defs").has("vec")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        Sure! Here you are:\\n```json\\n[{"idea": "x", "program": "base + tau(1)"}]\\n``` Enjoy [sic].
        {"programs": [{"idea": "x", "program": "base + tau(1)"}]}
        {"program": "base + tau(1)"}
        [see below] {"idea": 7, "program": " base + tau(1) ", "confidence": 1}
        {"programs": [{"idea": "x", "program": {"op": "tau", "i": 1}}]}
        """)
    void listsAreFoundInProseAndFences(String content) {
        says(content.replace("\\n", "\n"));
        assertThat(proposed(ServerKind.PLAIN)).containsExactly("base + tau(1)");
    }

    @Test
    void treesBecomeText() {
        says("{\"programs\": [{\"idea\": \"\", \"program\": {\"op\": \"*\", \"a\": 0.5, \"b\": {\"op\": \"sum\","
                + " \"v\": {\"op\": \"keep\", \"v\": {\"op\": \"only\", \"of\": [1, 2]}, \"share\": 4e-1,"
                + " \"restore=\": \"l1\"}}}}]}");
        assertThat(proposed(ServerKind.SCHEMA))
                .containsExactly("base + (0.5 * sum(keep(only(1, 2), 0.4, restore=l1)))");
    }

    @Test
    void whatDoesNotParseGoesBackOnceWithItsFault() throws IOException {
        says("[{\"program\": \"tau(1)\"}, {\"program\": \"base + tau(2)\"}]");
        says("[{\"program\": \"base + tau(1)\"}]");
        assertThat(proposed(ServerKind.PLAIN)).containsExactly("base + tau(2)", "base + tau(1)");
        assertThat(server.seen()).hasSize(2);
        assertThat(asked(1).get("messages").get(3).get("content").asText())
                .contains("tau(1)", "It begins with base +")
                .doesNotContain("tau(2)");
    }

    @Test
    void whatIsStillWrongIsHandedOnToBeRefused() {
        says("[{\"program\": \"import os\"}]");
        assertThat(proposed(ServerKind.PLAIN)).containsExactly("import os");
        assertThat(server.seen()).hasSize(2);
    }
}
