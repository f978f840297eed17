package org.eyrie.sources.proposing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.sources.http.Secret;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that are busy, that refuse, and that do not behave. */
class ChatTroubleTest extends ChatFixture {
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
        patience = Duration.ofSeconds(2);
        answers.add(ChatTroubleTest::trickle);
        assertThatThrownBy(() -> proposed(ServerKind.PLAIN))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("within 2 s");
    }

    @Test
    void whoWaitsForASlowAnswerMayBeToldToStop() {
        long began = System.nanoTime();
        progress = Progress.of((step, at, of) -> {}, () -> System.nanoTime() - began > 500_000_000L);
        answers.add(ChatTroubleTest::trickle);
        assertThatThrownBy(() -> proposed(ServerKind.PLAIN)).isInstanceOf(CancelledException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
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
