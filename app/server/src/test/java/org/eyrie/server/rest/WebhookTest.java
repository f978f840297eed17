package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest extends RestTest {

    @ParameterizedTest
    @ValueSource(strings = {"mlflow", "huggingface"})
    void aServiceThatWasGivenNoSecretTakesNothing(String registry) {
        Answer answer = post("/api/v1/webhooks/" + registry, "{}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("WEBHOOK_SECRET");
    }

    @Test
    void aPageOfAnotherSiteIsRefusedHereToo() {
        assertThat(send(HttpRequest.newBuilder(uri("/api/v1/webhooks/huggingface"))
                                .header("Origin", "http://elsewhere.example")
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .status())
                .isEqualTo(403);
    }
}
