package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eyrie.server.access.LocalIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the doctor says of registries and webhooks. */
class DoctorTest extends CommandLineTest {

    private static final String SECRET = "hf_VerySecret";

    private final Map<String, String> answers = new HashMap<>();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            boolean allowed = !path.endsWith("whoami-v2")
                    || ("Bearer " + SECRET).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = answers.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    allowed ? body.length == 0 ? 404 : 200 : 401, body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Test
    void nothingIsAskedWhereNothingIsConfigured() {
        assertThat(eyrie("doctor").out())
                .doesNotContain("hub")
                .doesNotContain("mlflow")
                .doesNotContain("webhook");
    }

    @Test
    void aHubIsAskedWithAndWithoutAToken() {
        answers.put("/api/models", "[]");
        answers.put("/api/whoami-v2", "{}");
        environment("HF_ENDPOINT", address());
        assertThat(eyrie("doctor").out()).contains("answers, without a token");
        environment("HF_TOKEN", SECRET);
        Run known = eyrie("doctor");
        assertThat(known.out()).contains("answers and takes HF_TOKEN").doesNotContain(SECRET);
        assertThat(known.exitCode()).isZero();
        environment("HF_TOKEN", "hf_WrongSecret");
        Run refused = eyrie("doctor");
        assertThat(refused.out()).contains("FAILED", "make a new one").doesNotContain("WrongSecret");
        assertThat(refused.exitCode()).isEqualTo(1);
    }

    @Test
    void mlflowIsAskedAndItsWebhookLookedAt() {
        answers.put("/api/2.0/mlflow/registered-models/search", "{}");
        environment("EYRIE_MLFLOW_URI", address());
        assertThat(eyrie("doctor").out()).contains("mlflow  ", "answers", "closed", "EYRIE_MLFLOW_WEBHOOK_SECRET");
        environment("EYRIE_MLFLOW_WEBHOOK_SECRET", SECRET);
        environment("EYRIE_HUB_WEBHOOK_SECRET", SECRET);
        Run open = eyrie("doctor");
        assertThat(open.out()).contains("hub webhook", "its secret is set").doesNotContain("closed", SECRET);
        assertThat(open.exitCode()).isZero();
    }

    @Test
    void theTrackingServerOfMlflowsOwnVariableIsAskedUnlessItIsAFolder() {
        answers.put("/api/2.0/mlflow/registered-models/search", "{}");
        environment("MLFLOW_TRACKING_URI", "file:///home/me/mlruns");
        assertThat(eyrie("doctor").out()).doesNotContain("mlflow");
        environment("MLFLOW_TRACKING_URI", address());
        assertThat(eyrie("doctor").out()).contains("mlflow  ", "answers");
    }

    @Test
    void anIssuerOfTokensIsAskedForItsKeys() {
        try (LocalIssuer issuer = new LocalIssuer()) {
            issuer.environment().forEach(this::environment);
            Run run = eyrie("doctor");
            assertThat(run.out()).contains("issuer", issuer.name() + " has 1 key that signs");
            assertThat(run.exitCode()).isZero();
        }
        Run away = eyrie("doctor");
        assertThat(away.out()).contains("FAILED", "does not tell its keys", "cannot be read");
        assertThat(away.exitCode()).isEqualTo(1);
    }

    @Test
    void settingsOfAnIssuerThatServeWouldRefuseAreSaidWithEveryFault() {
        environment("EYRIE_OIDC_ISSUER", "http://login.example.com");
        Run run = eyrie("doctor");
        assertThat(run.out())
                .contains("eyrie serve would not start", "must begin with https://", "EYRIE_OIDC_AUDIENCE");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void whatDoesNotAnswerIsSaidWithWhatToDo() {
        environment("EYRIE_MLFLOW_URI", address());
        environment("HF_ENDPOINT", "http://127.0.0.1:1");
        Run run = eyrie("doctor", "--json");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("does not answer", "Is this the address of an MLflow server?", "127.0.0.1:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://me:hf_VerySecret@host", "nonsense hf_VerySecret", "ftp://hf_VerySecret/"})
    void anAddressThatIsNoneIsNotRepeated(String address) {
        environment("EYRIE_MLFLOW_URI", address);
        environment("HF_ENDPOINT", address);
        Run run = eyrie("doctor");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("EYRIE_MLFLOW_URI cannot be used", "HF_ENDPOINT cannot be used");
        assertThat(run.out() + run.err()).doesNotContain(SECRET);
    }
}
