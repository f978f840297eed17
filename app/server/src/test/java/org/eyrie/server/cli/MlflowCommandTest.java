package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command on a registry that contradicts what is known; what versions say is tested where they are read. */
class MlflowCommandTest extends CommandLineTest {

    private final HttpServer server = open();

    private static HttpServer open() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void begin() {
        emptyStore();
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private void answers(String endpoint, String json) {
        server.createContext("/api/2.0/mlflow/" + endpoint, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static String version(String name, String base) {
        return "{\"name\":\"" + name + "\",\"version\":\"1\",\"tags\":[{\"key\":\"base_model\",\"value\":\"" + base
                + "\"}]}";
    }

    @Test
    void anEdgeThatContradictsAnotherSourceIsLeftOutWithANoteAndAllElseComesIn() {
        sample().stores()
                .facts()
                .write(org.eyrie.model.Facts.derivations(List.of(new Derivation(
                        new ModelId("models:/other/1"),
                        new ModelId("models:/mix/1"),
                        org.eyrie.model.Relation.UNKNOWN,
                        null,
                        "known already"))));
        answers("registered-models/search", "{}");
        answers(
                "model-versions/search",
                "{\"model_versions\":[" + version("mix", "models:/other/1") + "," + version("third", "fir/a") + "]}");

        Run run = eyrie(
                "import",
                "mlflow",
                "--uri",
                "http://127.0.0.1:" + server.getAddress().getPort());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("models:/mix/1", "would close a cycle and is left out");
        assertThat(sample().stores().lineage().ancestry(new ModelId("models:/mix/1"), 1))
                .isEmpty();
        assertThat(sample().stores().lineage().ancestry(new ModelId("models:/third/1"), 1))
                .hasSize(1);
    }
}
