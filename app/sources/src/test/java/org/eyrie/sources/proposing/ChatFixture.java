package org.eyrie.sources.proposing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eyrie.model.ModelId;
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
import org.eyrie.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server of models whose answers a test writes. */
abstract class ChatFixture {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/v1/chat/completions";
    static final String KEY = "sk-very-secret-123";
    static final String GOOD = "[{\"idea\": \"a sum\", \"program\": \"base + sum(taus)\"}]";

    final Deque<LocalServer.Answer> answers = new ArrayDeque<>();
    final List<Duration> waited = new ArrayList<>();
    LocalServer server;
    Duration patience = Duration.ofSeconds(30);
    Progress progress = Progress.NONE;

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

    void says(String content) {
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

    void fails(int status, String body, String... header) {
        answers.add(exchange -> {
            if (header.length > 0) {
                exchange.getResponseHeaders().add(header[0], header[1]);
            }
            LocalServer.send(exchange, status, body);
        });
    }

    ChatProposer proposer(ServerKind kind) {
        LanguageGuide guide = new LanguageGuide(
                "root ::= \"base + \" vec\nvec ::= \"taus\"\n",
                "{\"$ref\":\"#/$defs/vec\",\"$defs\":{\"vec\":{\"const\":\"taus\"}}}",
                List.of("sum(v): the sum over the parents"),
                List.of("base + mean(taus)"),
                text -> text.startsWith("base + ") ? Optional.empty() : Optional.of("It begins with base +"));
        HttpLimits limits =
                HttpLimits.DEFAULT.withAnswer(patience).withAttempts(2).withMaxBody(100_000);
        Pauses pauses = (duration, progress) -> waited.add(duration);
        return new ChatProposer(
                new ModelEndpoint(server.uri("/v1/"), "acme/writer", kind, Secret.ofNullable(KEY), .8, 1000),
                guide,
                new ClientSettings(limits, InstantSource.system(), pauses, RandomGenerator.of("L64X128MixRandom")),
                progress);
    }

    static SearchRecord record() {
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

    List<String> proposed(ServerKind kind) {
        return proposer(kind).propose(record(), 5).stream()
                .map(ProgramDraft::text)
                .toList();
    }

    JsonNode asked(int request) throws IOException {
        return JSON.readTree(server.seen().get(request).body());
    }
}
