package org.eyrie.sources.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

class ReachTest extends ClientTest {

    @Test
    void aRedirectToTheSameServerIsFollowed() throws IOException {
        server.on("/old", exchange -> {
            exchange.getResponseHeaders().add("Location", "/new");
            LocalServer.send(exchange, 307, "");
        });
        server.onJson("/new", "{}");

        Reply reply = get("/old");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.uri().getPath()).isEqualTo("/new");
    }

    @Test
    void aRedirectElsewhereIsRefusedAndNothingIsSentThere() throws IOException {
        try (LocalServer other = new LocalServer()) {
            server.on("/away", exchange -> {
                exchange.getResponseHeaders()
                        .add("Location", other.uri("/metadata").toString());
                LocalServer.send(exchange, 302, "");
            });
            server.on("/file", exchange -> {
                exchange.getResponseHeaders().add("Location", "file:///etc/passwd");
                LocalServer.send(exchange, 302, "");
            });

            assertThatThrownBy(() -> get("/away"))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("which is refused: that server is not configured");
            assertThatThrownBy(() -> get("/file")).isInstanceOf(RegistryUnavailableException.class);
            assertThat(other.seen()).isEmpty();
        }
    }

    @Test
    void credentialsGoToTheConfiguredServerAndNotToAnotherOneWithinReach() throws IOException {
        try (LocalServer cdn = new LocalServer()) {
            cdn.onJson("/blob", "{}");
            server.on("/resolve", exchange -> {
                exchange.getResponseHeaders().add("Location", cdn.uri("/blob").toString());
                LocalServer.send(exchange, 302, "");
            });
            PoliteClient client = client(
                    Reach.configured(server.uri("/")).and(Reach.configured(cdn.uri("/"))),
                    new Credentials.Bearer(Secret.of("hf_hidden")));

            assertThat(client.send(Call.get(server.uri("/resolve")), Progress.NONE)
                            .status())
                    .isEqualTo(200);
            assertThat(server.seen().get(0).headers().getFirst("Authorization")).isEqualTo("Bearer hf_hidden");
            assertThat(cdn.seen().get(0).headers().getFirst("Authorization")).isNull();
        }
    }

    @Test
    void endlessRedirectsEnd() {
        server.on("/loop", exchange -> {
            exchange.getResponseHeaders().add("Location", "/loop");
            LocalServer.send(exchange, 301, "");
        });

        assertThatThrownBy(() -> get("/loop")).hasMessageContaining("redirects more than 5 times");
    }

    @Test
    void aServerThatNobodyConfiguredIsNotContacted() {
        PoliteClient client = client(Reach.configured(URI.create("http://127.0.0.1:1")), Credentials.NONE);

        assertThatThrownBy(() -> client.send(Call.get(server.uri("/")), Progress.NONE))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("is not configured");
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void aBuiltInServerInAPrivateNetworkIsNotContacted() {
        assertThatThrownBy(() -> client(Reach.builtIn(server.uri("/")), Credentials.NONE)
                        .send(Call.get(server.uri("/")), Progress.NONE))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("private address");
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void noMessageRepeatsASecret() {
        Secret secret = Secret.of("hf_hidden");
        server.on("/down", exchange -> LocalServer.send(exchange, 503, "hf_hidden"));

        assertThatThrownBy(() -> client(Reach.configured(server.uri("/")), new Credentials.Bearer(secret))
                        .send(Call.get(server.uri("/down?token=hf_hidden")), Progress.NONE))
                .hasMessageNotContaining("hf_hidden");
        assertThat(new Credentials.Basic("me", secret).toString()).doesNotContain("hf_hidden");
        assertThatThrownBy(() -> Origin.of(URI.create("https://me:hf_hidden@host/")))
                .hasMessageNotContaining("hf_hidden");
    }
}
