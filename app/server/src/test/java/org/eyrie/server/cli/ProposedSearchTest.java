package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.ProgramOrigin;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.ProposalOutcome;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchState;
import org.eyrie.sources.proposing.ModelEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole searches whose programs come from a language model's server, which behaves, misbehaves, or never answers. */
class ProposedSearchTest extends CommandLineTest {

    @TempDir
    private Path folder = Path.of("nowhere");

    private ModelStandIn model = start();

    private static ModelStandIn start() {
        try {
            return new ModelStandIn();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private int budget = 300;

    @BeforeEach
    void ownFolder() {
        emptyStore();
        dataFolder(folder.resolve("data"));
        environment(ModelEndpoint.KEY_VARIABLE, ModelStandIn.KEY);
    }

    @AfterEach
    void stop() {
        model.close();
    }

    private Run start(String name, String kind, String... more) {
        List<String> words = new ArrayList<>(List.of(("develop start " + name
                        + " --base ciphers/seed --parent ciphers/specialist1 --parent ciphers/specialist2"
                        + " --parent ciphers/specialist3 --items-budget " + budget
                        + " --proposer-model acme/writer --proposer "
                        + model.uri() + " --proposer-kind " + kind)
                .split(" ", -1)));
        words.addAll(Arrays.asList(more));
        return eyrie(words.toArray(String[]::new));
    }

    private SearchRecord record(String name) {
        return sample().developments().read(new DevelopmentId(name));
    }

    @ParameterizedTest
    @CsvSource({"vllm, /structured_outputs/grammar", "llama-cpp, /grammar", "schema, /response_format", "plain, /model"
    })
    void aSearchEndsWithProgramsThatTheServerWrote(String kind, String bound) {
        assertThat(start("mine", kind).exitCode()).isZero();
        Run run = eyrie("develop", "run", "mine", "--threads", "1");
        assertThat(run.exitCode()).as(run.err()).isZero();
        SearchRecord record = record("mine");
        assertThat(record.state()).isEqualTo(SearchState.FINISHED);
        assertThat(record.proposals())
                .filteredOn(proposal -> proposal.draft().origin() == ProgramOrigin.LLM)
                .hasSizeGreaterThan(5)
                .allSatisfy(proposal ->
                        assertThat(proposal.outcome()).as(proposal.reason()).isNotEqualTo(ProposalOutcome.REFUSED));
        assertThat(model.asked())
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body.at(bound).isMissingNode()).isFalse());
        JsonNode last = model.asked().get(model.asked().size() - 1);
        assertThat(last.at("/messages/1/content").asText()).contains("tasks are alder, birch", "The best so far");
        assertThat(run.out() + run.err() + record).doesNotContain(ModelStandIn.KEY);
    }

    @Test
    void whatAHostileServerWritesIsRefusedOrLeftAsideAndTheSearchGoesOn() {
        String program = "\"program\": \"base + import('os').system('touch /tmp/x')\"";
        model.firstSays("I cannot help with that. [1, {}, [[[")
                .firstSays("Still not. {\"programs\": 7}")
                .firstSays("[" + ("{" + program + "},").repeat(300) + "{}]")
                .firstSays("[{\"idea\": \"" + "y".repeat(3_000) + "\", \"program\": \"base + tau(" + "9".repeat(6_000)
                        + ")\"}, {\"program\": \"base + tau(4)\"}, {\"program\": {\"op\": {\"op\": 1}}}]")
                .first(exchange -> {
                    exchange.getResponseHeaders().add("Retry-After", "1");
                    ModelStandIn.send(exchange, 503, "{\"error\": {\"message\": \"Loading model\", \"code\": 503}}");
                });
        budget = 900; // enough for the server to be asked again
        start("hostile", "plain");
        Run run = eyrie("develop", "run", "hostile", "--threads", "1");
        assertThat(run.exitCode()).as(run.err()).isZero();
        SearchRecord record = record("hostile");
        assertThat(record.state()).isEqualTo(SearchState.FINISHED);
        assertThat(record.proposals())
                .filteredOn(proposal -> proposal.outcome() == ProposalOutcome.REFUSED)
                .isNotEmpty()
                .allSatisfy(proposal -> assertThat(proposal.reason()).isNotBlank());
        assertThat(record.proposals()).extracting(Proposal::draft).allSatisfy(draft -> assertThat(draft.text())
                .hasSizeLessThanOrEqualTo(5_000));
        assertThat(record.proposals())
                .anyMatch(proposal ->
                        proposal.draft().origin() == ProgramOrigin.LLM && proposal.outcome() == ProposalOutcome.NEW);
    }

    @Test
    void aServerThatFailsEndsTheRunAndTheSameCommandGoesOnWhereItWas() {
        environment(ModelEndpoint.KEY_VARIABLE, "sk-wrong-88");
        start("again", "vllm");
        Run refused = eyrie("develop", "run", "again", "--threads", "1");
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.err())
                .contains("401", ModelEndpoint.KEY_VARIABLE)
                .doesNotContain("sk-wrong-88", "Exception");
        long spent = record("again").spent();
        assertThat(record("again").state()).isEqualTo(SearchState.OPEN);
        environment(ModelEndpoint.KEY_VARIABLE, ModelStandIn.KEY);
        assertThat(eyrie("develop", "run", "again", "--threads", "1").exitCode())
                .isZero();
        assertThat(record("again").state()).isEqualTo(SearchState.FINISHED);
        assertThat(record("again").spent()).isBetween(spent, 300L);
    }

    @Test
    void whoWaitsForAServerThatNeverAnswersCanStop() throws InterruptedException {
        model.first(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                    Thread.sleep(50);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        start("slow", "llama-cpp");
        Thread ctrlC = new Thread(() -> {
            try {
                for (int i = 0; i < 600 && model.asked().isEmpty(); i++) {
                    Thread.sleep(50);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            interruption().endWork();
        });
        ctrlC.start();
        interruption().workEnded();
        Run run = eyrie("develop", "run", "slow", "--threads", "1");
        ctrlC.join();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).containsIgnoringCase("cancelled").doesNotContain("Exception");
        assertThat(record("slow").state()).isEqualTo(SearchState.OPEN);
    }

    @Test
    void twoCannotRunOneSearchAtOnce() {
        List<Run> second = new ArrayList<>();
        model.first(exchange -> {
            second.add(eyrie("develop", "run", "both"));
            exchange.close();
        });
        start("both", "plain");
        eyrie("develop", "run", "both", "--threads", "1");
        assertThat(second).singleElement().satisfies(run -> {
            assertThat(run.exitCode()).isNotZero();
            assertThat(run.err()).contains("both", "runs it", "eyrie develop stop both");
        });
    }
}
