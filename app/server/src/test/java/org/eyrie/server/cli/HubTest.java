package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Hub by its command; how the Hub behaves in other ways is tested where it is read. */
class HubTest extends CommandLineTest {

    private static final String RECIPE = """
            merge_method: linear
            models:
              - {model: acme/a-7b, parameters: {weight: 3}}
              - {model: x/gated, parameters: {weight: 1}}
            """;

    @TempDir
    private Path folder = Path.of(".");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer hub;

    @BeforeEach
    void start() throws IOException {
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String answer =
                    switch (path) {
                        case "/api/models/x/merge" ->
                            "{\"id\": \"x/merge\", \"sha\": \"ab12\", \"tags\": [\"mergekit\", \"merge\"], \"baseModels\":"
                                    + " {\"relation\": \"merge\", \"models\": [{\"id\": \"acme/a-7b\"}, {\"id\": \"x/gated\"}]}}";
                        case "/x/merge/resolve/ab12/mergekit_config.yml" -> RECIPE;
                        default -> "";
                    };
            asked.add(path);
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body.length == 0 ? 401 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        hub.start();
        environment("HF_ENDPOINT", "http://127.0.0.1:" + hub.getAddress().getPort());
        dataFolder(folder);
    }

    @AfterEach
    void stop() {
        hub.stop(0);
    }

    @Test
    void aMergeComesWithItsWeightsItsRecipeItsRevisionAndStubsForWhatNobodyMaySee() {
        Run run = eyrie("import", "huggingface", "x/merge");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(sample().stores().lineage().ancestry(new ModelId("x/merge"), 1))
                .extracting(Derivation::weight)
                .containsExactlyInAnyOrder(.75, .25);
        assertThat(sample().stores()
                        .lineage()
                        .find(new ModelId("x/merge"))
                        .orElseThrow()
                        .revision())
                .isEqualTo("ab12");
        assertThat(sample().stores().recipes().recipe(new ModelId("x/merge"))).isPresent();
        assertThat(sample().stores().lineage().find(new ModelId("x/gated"))).isPresent();
    }

    @Test
    void filesOfARevisionAreFetchedOnceAndLieInTheDataFolder() {
        eyrie("import", "huggingface", "x/merge");
        Run again = eyrie("import", "huggingface", "x/merge", "--json");
        assertThat(again.json().at("/written/recipes/unchanged").asInt()).isEqualTo(1);
        assertThat(asked).filteredOn(path -> path.contains("/resolve/")).hasSize(1);
        assertThat(folder.resolve("cache").resolve("hub")).isNotEmptyDirectory();
    }

    @Test
    void anEndpointThatIsNoAddressIsWrongUse() {
        environment("HF_ENDPOINT", "nonsense");
        assertThat(eyrie("import", "huggingface", "x/merge").exitCode()).isEqualTo(2);
    }
}
