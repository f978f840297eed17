package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JobsTest extends RestTest {

    @Test
    void aFitIsAcceptedFollowedByEventsAndListedOnceItHasEnded() {
        Answer accepted = post("/api/v1/fits", "{\"seed\": 7}");
        assertThat(accepted.status()).isEqualTo(202);
        Answer events = get(accepted.header("Location") + "/events");
        assertThat(events.header("Content-Type")).startsWith("text/event-stream");
        assertThat(events.body()).contains("event: end").contains("SUCCEEDED");
        String fit = get(accepted.header("Location")).json().get("result").asText();
        assertThat(get("/api/v1/fits/" + fit).json().get("seed").asInt()).isEqualTo(7);
        assertThat(get("/api/v1/fits").json()).hasSize(1);
    }

    @Test
    void aFitWithoutABodyIsTheUsualOne() {
        Answer accepted = post("/api/v1/fits", "");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
    }

    @Test
    void aJobIsNotBegunWhileTheDatabaseIsAway() {
        sample().breakDown();
        Answer refused = post("/api/v1/fits", "{}");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotBlank();
        assertThat(refused.body()).contains("does not answer");
    }

    @Test
    void cancellingWhatHasEndedChangesNothing() {
        Answer accepted = post("/api/v1/fits", "{}");
        get(accepted.header("Location") + "/events");
        Answer cancelled = delete(accepted.header("Location"));
        assertThat(cancelled.status()).isEqualTo(202);
        assertThat(cancelled.json().get("state").asText()).isEqualTo("SUCCEEDED");
    }

    @Test
    void aFitOfNothingNewEndsWithTheOneThatThereIs() {
        String first = ended(post("/api/v1/fits", "{}"));
        assertThat(ended(post("/api/v1/fits", "{}"))).isEqualTo(first);
        assertThat(get("/api/v1/fits").json()).hasSize(1);
        assertThat(ended(post("/api/v1/fits", "{\"force\": true, \"seed\": 1}")))
                .isNotBlank();
    }

    private String ended(Answer accepted) {
        String job = accepted.header("Location");
        get(job + "/events");
        return get(job).json().get("result").asText();
    }
}
