package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eyrie.model.job.KeyedRequest;
import org.junit.jupiter.api.Test;

class KeyedRequestsTest extends RestTest {

    private static final String FACTS = "{\"kind\":\"model\",\"id\":\"new/one\",\"revision\":\"ab12\"}\n";

    private Answer ingest(String key, String facts) {
        return send(HttpRequest.newBuilder(uri("/api/v1/ingest"))
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(facts)));
    }

    private Answer fit(String key, String body) {
        return send(HttpRequest.newBuilder(uri("/api/v1/fits"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void factsThatAreSentTwiceAreTakenInOnceAndAnsweredAlike() {
        Answer first = ingest("k1", FACTS);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.json().at("/written/models/created").asInt()).isEqualTo(1);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        Answer again = ingest("k1", FACTS);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aKeyIsForOneRequest() {
        ingest("k1", FACTS);
        Answer other = ingest("k1", FACTS.replace("ab12", "cd34"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("code").asText()).isEqualTo("KEY_REUSED");
        assertThat(get("/api/v1/model?id=new/one").json().get("revision").asText())
                .isEqualTo("ab12");
    }

    @Test
    void whatFailedIsTriedAgain() {
        assertThat(ingest("k1", "not json").status()).isEqualTo(400);
        assertThat(ingest("k1", FACTS).status()).isEqualTo(200);
    }

    @Test
    void aRequestThatIsBeingWorkedOnIsNotBegunTwice() {
        String elsewhere = "another machine|1|1|run|1";
        sample().requests().claim(new KeyedRequest("anybody\nk1", "fit 7", elsewhere, null), null);
        Answer answer = fit("k1", "{\"seed\": 7}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.header("Retry-After")).isNotBlank();
    }

    @Test
    void aFitThatIsAskedForTwiceWithOneKeyIsOneJobEvenWhenItHasEnded() {
        Answer first = fit("k1", "{\"seed\": 7, \"force\": true}");
        assertThat(first.status()).as(first.body()).isEqualTo(202);
        get(first.header("Location") + "/events");
        Answer again = fit("k1", "{\"seed\": 7, \"force\": true}");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.json().get("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(fit("k1", "{\"seed\": 8}").status()).isEqualTo(422);
        assertThat(get("/api/v1/fits").json()).hasSize(1);
    }

    @Test
    void aKeyHasSoManyPlainCharacters() {
        assertThat(fit("two words", "{}").json().findValuesAsText("where")).containsExactly("Idempotency-Key");
        assertThat(fit("x".repeat(201), "{}").status()).isEqualTo(400);
    }

    @Test
    void whoSawTheLastEventOfAJobHearsThatThereAreNoMore() {
        String job = fit("k1", "{}").header("Location");
        String events = get(job + "/events").body();
        String end = events.lines()
                .filter(line -> line.startsWith("id:"))
                .reduce((before, last) -> last)
                .orElseThrow()
                .substring(3)
                .strip();
        Answer again = send(HttpRequest.newBuilder(uri(job + "/events")).header("Last-Event-ID", end));
        assertThat(again.status()).isEqualTo(204);
        Answer older = send(HttpRequest.newBuilder(uri(job + "/events")).header("Last-Event-ID", "1-0"));
        assertThat(older.body()).contains("event: end");
    }

    @Test
    void ofManyAtOnceOneIsDone() throws Exception {
        CompletableFuture<?>[] sent = new CompletableFuture<?>[8];
        for (int each = 0; each < sent.length; each++) {
            sent[each] = CompletableFuture.supplyAsync(() -> {
                Answer answer = ingest("k1", FACTS);
                while (answer.status() == 409) {
                    answer = ingest("k1", FACTS);
                }
                return answer.json().at("/written/models/created").asInt();
            });
        }
        CompletableFuture.allOf(sent).get(30, TimeUnit.SECONDS);
        for (CompletableFuture<?> each : sent) {
            assertThat(each.get()).isEqualTo(1);
        }
    }
}
