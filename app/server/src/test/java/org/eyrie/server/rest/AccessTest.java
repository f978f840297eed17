package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Instant;
import org.eyrie.model.access.AccessScope;
import org.eyrie.model.access.AccessToken;
import org.eyrie.server.Sample;
import org.eyrie.server.access.TokenText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Once a token was given out, nobody gets in without one, and each opens what its scope says. */
class AccessTest extends RestTest {

    private static final String FACT = "{\"kind\": \"model\", \"id\": \"new/one\"}";

    private final TokenText read = TokenText.random();
    private final TokenText ingest = TokenText.random();
    private final TokenText admin = TokenText.random();

    @BeforeEach
    void tokensAreGivenOut() {
        give("reader", read, AccessScope.READ);
        give("ci", ingest, AccessScope.INGEST);
        give("ann", admin, AccessScope.ADMIN);
    }

    private void give(String name, TokenText secret, AccessScope scope) {
        sample().access().add(new AccessToken(name, secret.hash(), scope, Instant.EPOCH));
    }

    private TokenText secret(String name) {
        return switch (name) {
            case "reader" -> read;
            case "ci" -> ingest;
            case "ann" -> admin;
            default -> new TokenText(name);
        };
    }

    private Answer ask(String method, String path, String token) {
        HttpRequest.BodyPublisher body = method.equals("POST")
                ? HttpRequest.BodyPublishers.ofString(path.contains("ingest") ? FACT : "{}")
                : HttpRequest.BodyPublishers.noBody();
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", path.contains("ingest") ? "application/x-ndjson" : "application/json")
                .header("Authorization", "Bearer " + secret(token).text())
                .method(method, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/models",
                "/api/v1/predictions?id=" + Sample.MIX,
                "/api/v1/queries",
                "/api/v1/jobs",
                "/api/v1/imports",
                "/api/v1/audit",
                "/api/v1/nothing"
            })
    void withoutATokenNothingIsToldButThatOneIsNeeded(String path) {
        Answer answer = get(path);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("eyrie token create").doesNotContain("acme");
        assertThat(ask("GET", path, "eyrie_guessed").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/openapi.yml", "/swagger-ui/index.html"})
    void whatSaysNothingOfTheDataIsOpen(String path) {
        assertThat(get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "reader, GET, /api/v1/models, 200",
        "reader, POST, /api/v1/ingest, 403",
        "reader, POST, /api/v1/fits, 403",
        "reader, POST, /api/v1/developments, 403",
        "reader, POST, /api/v1/developments/mine/stop, 403",
        "reader, POST, /api/v1/developments/mine/leases, 403",
        "reader, POST, /api/v1/developments/mine/outcomes, 403",
        "reader, GET, /api/v1/developments, 200",
        "reader, DELETE, /api/v1/model?id=acme/a-7b, 403",
        "ci, GET, /api/v1/models, 200",
        "ci, POST, /api/v1/ingest, 200",
        "ci, POST, /api/v1/fits, 202",
        "ci, POST, /api/v1/developments, 400",
        "ci, DELETE, /api/v1/model?id=acme/a-7b, 403",
        "ci, GET, /api/v1/audit, 403",
        "ann, POST, /api/v1/ingest, 200",
        "ann, DELETE, /api/v1/model?id=acme/a-7b, 200",
        "ann, GET, /api/v1/audit, 200",
    })
    void aTokenOpensWhatItsScopeSays(String token, String method, String path, int status) {
        Answer answer = ask(method, path, token);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.body()).contains(token);
            assertThat(sample().access().record(1)).isEmpty();
        }
    }

    @Test
    void whoeverWroteStandsInTheRecordWithTheImport() {
        ask("POST", "/api/v1/ingest", "ci");
        ask("POST", "/api/v1/fits", "ann");
        ask("GET", "/api/v1/models", "ann");
        Answer audit = ask("GET", "/api/v1/audit", "ann");
        assertThat(audit.json().findValuesAsText("who")).containsExactly("ann", "ci");
        assertThat(audit.json().findValuesAsText("what")).containsExactly("POST /api/v1/fits", "POST /api/v1/ingest");
        assertThat(audit.json().get(1).get("importNumber").asLong()).isEqualTo(1);
    }

    @Test
    void aTokenThatWasRevokedOpensNothingSoonAfterwards() throws InterruptedException {
        assertThat(ask("GET", "/api/v1/models", "reader").status()).isEqualTo(200);
        sample().access().revoke("reader");
        Thread.sleep(2_100);
        assertThat(ask("GET", "/api/v1/models", "reader").status()).isEqualTo(401);
    }
}
