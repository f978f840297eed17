package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import org.eyrie.engine.ask.Asking;
import org.eyrie.model.access.AccessScope;
import org.eyrie.model.access.AccessToken;
import org.eyrie.model.access.AuditEntry;
import org.eyrie.server.Sample;
import org.eyrie.server.access.Access;
import org.eyrie.server.access.LocalIssuer;
import org.eyrie.server.access.TokenText;
import org.eyrie.server.registry.Registries;
import org.eyrie.server.searching.SearchDesk;
import org.eyrie.server.tracing.Spans;
import org.eyrie.sources.benchmarks.BenchmarkMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where an issuer is trusted, its tokens open what their scopes say, beside those that were given out here. */
class SignedTokensTest {

    private static final String FACT = "{\"kind\": \"model\", \"id\": \"new/one\"}";

    private final LocalIssuer issuer = new LocalIssuer();
    private final Sample sample = Sample.filled();
    private final HttpClient client = HttpClient.newHttpClient();
    private Service service;

    @BeforeEach
    void start() {
        service = Service.start(
                sample,
                Asking.of(sample.stores()),
                Registries.NONE,
                BenchmarkMap.shipped(),
                LocalIssuer.CLOCK,
                new ServiceSettings(
                        ListenSettings.of("127.0.0.1", 0), new Access(sample.access(), issuer.judge()), Spans.NONE),
                SearchDesk.forgetful(sample, LocalIssuer.CLOCK));
    }

    @AfterEach
    void stop() {
        service.close();
        issuer.close();
        System.clearProperty("eyrie.requests-per-second");
    }

    private String token(String subject, String scope) {
        return issuer.signed(issuer.claims(subject).claim("scope", scope));
    }

    private HttpResponse<String> send(String method, String path, String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri().resolve(path))
                .header("Content-Type", "application/x-ndjson")
                .method(method, HttpRequest.BodyPublishers.ofString(method.equals("GET") ? "" : FACT));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void withoutATokenNobodyGetsInAlthoughNoneWasGivenOutHere() throws Exception {
        HttpResponse<String> answer = send("GET", "/api/v1/models", "");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains(issuer.name());
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"eyrie\"");
    }

    @Test
    void whoWroteStandsInTheRecordBySubject() throws Exception {
        assertThat(send("GET", "/api/v1/models", token("ann", "read")).statusCode())
                .isEqualTo(200);
        HttpResponse<String> more = send("POST", "/api/v1/ingest", token("ann", "read"));
        assertThat(more.statusCode()).isEqualTo(403);
        assertThat(more.body()).contains("oidc:ann", "allows read", "needs ingest");
        assertThat(send("GET", "/api/v1/models", token("ann", "openid email")).statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/api/v1/ingest", token("ci@example.com", "ingest"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(sample.access().record(10)).extracting(AuditEntry::who).containsExactly("oidc:ci@example.com");
    }

    @Test
    void oneThatIsOverIsRefusedWithTheReason() throws Exception {
        String over = issuer.signed(issuer.claims("ann")
                .claim("scope", "admin")
                .expirationTime(Date.from(LocalIssuer.CLOCK.instant().minusSeconds(600))));
        HttpResponse<String> answer = send("GET", "/api/v1/models", over);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Expired JWT").doesNotContain(over);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(header -> assertThat(header).contains("error=\"invalid_token\""));
    }

    @Test
    void tokensThatWereGivenOutHereOpenTheDoorAsBefore() throws Exception {
        TokenText ours = TokenText.random();
        sample.access().add(new AccessToken("ann", ours.hash(), AccessScope.INGEST, Instant.EPOCH));
        assertThat(send("POST", "/api/v1/ingest", ours.text()).statusCode()).isEqualTo(200);
        assertThat(send("POST", "/api/v1/ingest", token("ann", "ingest")).statusCode())
                .isEqualTo(200);
        assertThat(sample.access().record(10)).extracting(AuditEntry::who).containsExactly("oidc:ann", "ann");
        assertThat(send("GET", "/api/v1/models", "eyrie_guessed").statusCode()).isEqualTo(401);
    }

    @Test
    void anIssuerThatIsAwayIsNoFaultOfTheToken() throws Exception {
        String token = token("ann", "read");
        issuer.close();
        HttpResponse<String> answer = send("GET", "/api/v1/models", token);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void eachSubjectMaySendSoMuch() throws Exception {
        service.close();
        System.setProperty("eyrie.requests-per-second", "0.5");
        start();
        String many = token("many", "read");
        int answered = 0;
        while (answered < 50 && send("GET", "/api/v1/families", many).statusCode() == 200) {
            answered++;
        }
        assertThat(answered).isBetween(1, 20);
        // Another token of the same subject is no other sender.
        assertThat(send("GET", "/api/v1/families", token("many", "read ingest")).statusCode())
                .isEqualTo(429);
        assertThat(send("GET", "/api/v1/families", token("few", "read")).statusCode())
                .isEqualTo(200);
    }
}
