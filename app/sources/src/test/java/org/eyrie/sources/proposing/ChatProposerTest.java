package org.eyrie.sources.proposing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramOrigin;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.ProposalOutcome;
import org.eyrie.model.development.SearchBudget;
import org.eyrie.model.development.SearchItem;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchSettings;
import org.eyrie.model.development.SearchState;
import org.eyrie.sources.http.ClientSettings;
import org.eyrie.sources.http.HttpLimits;
import org.eyrie.sources.http.LocalServer;
import org.eyrie.sources.http.Pauses;
import org.eyrie.sources.http.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A server of models that behaves as vLLM and llama.cpp do, and one that does not behave. */
class ChatProposerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/v1/chat/completions";
    private static final String KEY = "sk-very-secret-123";
    private static final String GOOD = "[{\"idea\": \"a sum\", \"program\": \"base + sum(taus)\"}]";

    private final Deque<LocalServer.Answer> answers = new ArrayDeque<>();
    private final List<Duration> waited = new ArrayList<>();
    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LocalServer().on(PATH, exchange -> {
            LocalServer.Answer answer = answers.size() > 1 ? answers.pop() : answers.getFirst();
            answer.to(exchange);
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void says(String content) {
        String body = JSON.createObjectNode()
                .set(
                        "choices",
                        JSON.createArrayNode()
                                .add(JSON.createObjectNode()
                                        .set(
                                                "message",
                                                JSON.createObjectNode()
                                                        .put("role", "assistant")
                                                        .put("content", content))))
                .toString();
        answers.add(exchange -> LocalServer.send(exchange, 200, body));
    }

    private void fails(int status, String body, String... header) {
        answers.add(exchange -> {
            if (header.length > 0) {
                exchange.getResponseHeaders().add(header[0], header[1]);
            }
            LocalServer.send(exchange, status, body);
        });
    }

    private ChatProposer proposer(ServerKind kind) {
        LanguageGuide guide = new LanguageGuide(
                "root ::= \"base + \" vec\nvec ::= \"taus\"\n",
                "{\"$ref\":\"#/$defs/vec\",\"$defs\":{\"vec\":{\"const\":\"taus\"}}}",
                List.of("sum(v): the sum over the parents"),
                List.of("base + mean(taus)"),
                text -> text.startsWith("base + ") ? Optional.empty() : Optional.of("It begins with base +"));
        HttpLimits limits = HttpLimits.DEFAULT
                .withAnswer(Duration.ofSeconds(2))
                .withAttempts(2)
                .withMaxBody(100_000);
        Pauses pauses = (duration, progress) -> waited.add(duration);
        return new ChatProposer(
                new ModelEndpoint(server.uri("/v1/"), "acme/writer", kind, Secret.ofNullable(KEY), .8, 1000),
                guide,
                new ClientSettings(limits, InstantSource.system(), pauses, RandomGenerator.of("L64X128MixRandom")));
    }

    private static SearchRecord record() {
        DevelopmentPlan plan = new DevelopmentPlan(
                new DevelopmentId("a"),
                new ModelId("seed"),
                List.of(new ModelId("p1"), new ModelId("p2")),
                "b",
                List.of(new SearchItem("sums", "1"), new SearchItem("words", "2")),
                new SearchSettings(1, "p", "grammar", SearchBudget.ofItems(100)));
        ProgramDraft good = new ProgramDraft("base + .5 * sum(taus)", ProgramOrigin.HUMAN, List.of(), "");
        ProgramDraft bad = new ProgramDraft("base + summ(taus)", ProgramOrigin.LLM, List.of(), "");
        return new SearchRecord(
                plan,
                List.of(
                        new Proposal(0, 0, good, "alg:1", ProposalOutcome.NEW, "", null),
                        new Proposal(0, 1, bad, "text:2", ProposalOutcome.REFUSED, "summ is no operator", null)),
                List.of(),
                List.of(new ItemRun(0, "alg:1", List.of(0, 1), "10")),
                List.of(),
                0,
                SearchState.OPEN,
                null);
    }

    private List<String> proposed(ServerKind kind) {
        return proposer(kind).propose(record(), 5).stream()
                .map(ProgramDraft::text)
                .toList();
    }

    private JsonNode asked(int request) throws IOException {
        return JSON.readTree(server.seen().get(request).body());
    }

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

    @Test
    void proseAloneGivesNothing() {
        says("I cannot do that. [1, 2, 3] {{{{ [[[[");
        assertThat(proposed(ServerKind.PLAIN)).isEmpty();
    }

    @Test
    void moreThanAskedForAndTooLongIsCut() {
        String one = "{\"program\": \"base + " + "x".repeat(9000) + "\"}";
        says("[" + one + "," + "{\"program\": \"base + tau(1)\"},".repeat(20) + one + "]");
        assertThat(proposed(ServerKind.PLAIN)).hasSizeLessThanOrEqualTo(5).allMatch(text -> text.length() <= 5000);
    }

    @Test
    void aBusyServerIsAskedAgainWhenItSays() {
        fails(429, "{}", "Retry-After", "7");
        says(GOOD);
        assertThat(proposed(ServerKind.PLAIN)).containsExactly("base + sum(taus)");
        assertThat(waited).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aKeyIsInNoMessage() {
        fails(401, "{\"error\": \"Incorrect API key provided: " + KEY + "\"}");
        assertThatThrownBy(() -> proposed(ServerKind.PLAIN))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("401")
                .hasMessageContaining(ModelEndpoint.KEY_VARIABLE)
                .message()
                .doesNotContain(KEY);
        assertThat(new ModelEndpoint(server.uri("/v1"), "m", ServerKind.PLAIN, Secret.ofNullable(KEY), 1, 1).toString())
                .doesNotContain(KEY);
    }

    @Test
    void aKeyComesFromAFileOrTheEnvironment(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), KEY + "\n");
        assertThat(ModelEndpoint.key(file, Map.of()).orElseThrow().matches(KEY)).isTrue();
        assertThat(ModelEndpoint.key(null, Map.of(ModelEndpoint.KEY_VARIABLE, KEY)))
                .isPresent();
        assertThat(ModelEndpoint.key(null, Map.of())).isEmpty();
        Files.writeString(file, "two\n" + KEY);
        assertThatThrownBy(() -> ModelEndpoint.key(file, Map.of()))
                .isInstanceOf(InvalidInputException.class)
                .message()
                .contains("key")
                .doesNotContain(KEY);
    }

    @ParameterizedTest
    @CsvSource({"500,''", "400,grammar is not supported", "404,no such model"})
    void aServerThatRefusesIsToldOf(int status, String body) {
        fails(status, body);
        assertThatThrownBy(() -> proposed(ServerKind.LLAMA_CPP))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(String.valueOf(status));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"<html>", "{}", "[]", "{\"choices\": []}", "{\"choices\": [{\"message\": {\"content\": null}}]}"},
            delimiter = '|')
    void answersOfOtherServersAreToldOf(String body) {
        fails(200, body);
        assertThatThrownBy(() -> proposed(ServerKind.PLAIN))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("/v1");
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        answers.add(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] piece = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(piece);
            }
        });
        assertThatThrownBy(() -> proposed(ServerKind.PLAIN)).hasMessageContaining("too great a length");
    }

    @Test
    void aServerThatTricklesIsGivenUp() {
        answers.add(ChatProposerTest::trickle);
        assertThatThrownBy(() -> proposed(ServerKind.PLAIN))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("within 2 s");
    }

    private static void trickle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try {
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
