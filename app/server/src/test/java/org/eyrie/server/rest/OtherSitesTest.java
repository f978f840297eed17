package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eyrie.engine.ask.Asking;
import org.eyrie.server.Sample;
import org.eyrie.server.registry.Registries;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of another site, which can make its own name lead to this machine, gets nothing from the service. */
class OtherSitesTest {

    private static final Sample SAMPLE = Sample.filled();
    private static Service service;

    @BeforeAll
    static void start() {
        service = Service.start(
                SAMPLE,
                Asking.of(SAMPLE.stores()),
                Registries.NONE,
                Clock.systemUTC(),
                new ListenSettings("127.0.0.1", 0, List.of("eyrie.example.com")));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static RawClient.Answer get(String path, Map<String, String> headers) throws IOException {
        return new RawClient(service.uri()).send("GET", path, headers, new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "localhost.evil.example:80",
                "eyrie.example.com.evil.example",
                "0x7f.1",
                "evil.example:127.0.0.1",
                "evil.example@127.0.0.1",
            })
    void aNameThatIsNotOurOwnIsRefusedEvenWhereOriginAndHostAgree(String host) throws IOException {
        for (String path : List.of("/api/v1/models", "/", "/health", "/openapi.yml", "/nothing")) {
            for (String origin : List.of("http://" + host, "https://" + host)) {
                RawClient.Answer answer = get(path, Map.of("Host", host, "Origin", origin));
                assertThat(answer.status()).as(path).isEqualTo(421);
                assertThat(answer.isProblem()).isTrue();
                assertThat(answer.body()).contains("EYRIE_ALLOWED_HOSTS").doesNotContain("acme");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1:9000",
                "localhost:8080",
                "LOCALHOST",
                "localhost.:80",
                "[::1]:8080",
                "192.168.1.5:8080",
                "eyrie.example.com",
                "Eyrie.Example.com:443"
            })
    void itsAddressesAndItsNamesAreAnsweredWhateverThePort(String host) throws IOException {
        assertThat(get("/api/v1/models", Map.of("Host", host)).status()).isEqualTo(200);
        assertThat(get("/api/v1/models", Map.of("Host", host, "Origin", "http://" + host))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, http://localhost:9999",
        "localhost:8080, null",
        "localhost:8080, file://",
        "localhost:8080, http://evil.example",
        "127.0.0.1:8080, http://127.0.0.1.evil.example:8080",
        "127.0.0.1:8080, ''",
    })
    void aPageFromElsewhereIsRefused(String host, String origin) throws IOException {
        RawClient.Answer answer = get("/api/v1/models", Map.of("Host", host, "Origin", origin));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.body()).contains("EYRIE_ALLOWED_HOSTS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "eyrie.example.com"})
    void aPageFromTheProxyInFrontIsOurOwnWhateverHostTheProxyHandsOn(String host) throws IOException {
        assertThat(get("/api/v1/models", Map.of("Host", host, "Origin", "https://eyrie.example.com"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n",
                "GET / HTTP/1.0\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n",
                "GET /api/v1/models HTTP/1.1\r\nHost: localhost\r\nhost: evil.example\r\n",
                "GET / HTTP/1.1\r\nHost:\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\nCookie: secret\r\n",
                "TRACE /api/v1/models HTTP/1.1\r\nHost: localhost\r\nAuthorization: secret\r\n"
            })
    void aRequestThatDoesNotSayOnceForWhomItIsGetsNothingNorDoesOneThatWantsItselfBack(String head) throws IOException {
        RawClient.Answer answer = new RawClient(service.uri()).send(head + "Connection: close\r\n\r\n");
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("acme").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/eyrie.js", "/api/v1/models", "/api/v1/nothing", "/swagger-ui/index.html", "/health"})
    void browsersAreToldToRunNothingFromElsewhere(String path) throws IOException {
        String head = get(path, Map.of()).head();
        assertThat(head)
                .contains("x-content-type-options: nosniff", "referrer-policy: no-referrer")
                .containsPattern("content-security-policy: default-src 'none';.*frame-ancestors 'none'")
                .doesNotContain("unsafe-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "http://eyrie.example.com", "eyrie.example.com:443", "a b", ".example.com"})
    void whatIsNoNameIsNoAllowedHost(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ListenSettings("127.0.0.1", 0, List.of(name)))
                .withMessageContaining("eyrie.example.com");
    }
}
