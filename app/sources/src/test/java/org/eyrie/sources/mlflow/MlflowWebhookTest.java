package org.eyrie.sources.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eyrie.sources.mlflow.MlflowWebhook.Verdict.FORGED;
import static org.eyrie.sources.mlflow.MlflowWebhook.Verdict.GENUINE;
import static org.eyrie.sources.mlflow.MlflowWebhook.Verdict.INCOMPLETE;
import static org.eyrie.sources.mlflow.MlflowWebhook.Verdict.REPEATED;
import static org.eyrie.sources.mlflow.MlflowWebhook.Verdict.STALE;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.eyrie.sources.http.Secret;
import org.eyrie.sources.http.StoppedTime;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

class MlflowWebhookTest {

    // Signed by MLflow 3.17's own _generate_hmac_signature with the secret "s3cret".
    private static final byte[] BODY =
            "{\"entity\": \"model_version\", \"action\": \"created\", \"data\": {\"name\": \"mix\"}}"
                    .getBytes(StandardCharsets.UTF_8);
    private static final String ID = "2b7a5c6e-0000-4000-8000-000000000001";
    private static final String SENT = "1767323045";
    private static final String SIGNATURE = "v1,ikycurW+p4C7o79EpIV6roc7vmYGuxd7av9xPEJEwqM=";

    private final StoppedTime time = new StoppedTime();
    private final MlflowWebhook webhook = new MlflowWebhook(Secret.of("s3cret"), time);

    @Test
    void whatMlflowSignedIsGenuineOnce() {
        assertThat(time.instant()).isEqualTo(Instant.ofEpochSecond(Long.parseLong(SENT)));
        assertThat(webhook.judge(SIGNATURE, ID, SENT, BODY)).isEqualTo(GENUINE);
        assertThat(webhook.judge(SIGNATURE, ID, SENT, BODY)).isEqualTo(REPEATED);
    }

    @Test
    void aChangeOfAnyPartIsAForgery() {
        byte[] other = BODY.clone();
        other[3] ^= 1;
        assertThat(webhook.judge(SIGNATURE, ID, SENT, other)).isEqualTo(FORGED);
        assertThat(webhook.judge(SIGNATURE, ID + "x", SENT, BODY)).isEqualTo(FORGED);
        assertThat(webhook.judge(SIGNATURE, ID, "1767323046", BODY)).isEqualTo(FORGED);
        assertThat(webhook.judge(SIGNATURE.substring(3), ID, SENT, BODY)).isEqualTo(FORGED);
        assertThat(new MlflowWebhook(Secret.of("other"), time).judge(SIGNATURE, ID, SENT, BODY))
                .isEqualTo(FORGED);
        assertThat(webhook.judge(SIGNATURE, ID, SENT, BODY))
                .as("none of them used the id up")
                .isEqualTo(GENUINE);
    }

    @Test
    void aDeliveryFromTooLongAgoIsStale() {
        time.pause(Duration.ofMinutes(5), Progress.NONE);
        assertThat(webhook.judge(SIGNATURE, ID, SENT, BODY)).isEqualTo(GENUINE);
        time.pause(Duration.ofSeconds(1), Progress.NONE);
        assertThat(webhook.judge(SIGNATURE, ID, SENT, BODY)).isEqualTo(STALE);
    }

    @Test
    void aDeliveryWithoutItsHeadersIsIncomplete() {
        assertThat(webhook.judge(null, ID, SENT, BODY)).isEqualTo(INCOMPLETE);
        assertThat(webhook.judge(SIGNATURE, null, SENT, BODY)).isEqualTo(INCOMPLETE);
        assertThat(webhook.judge(SIGNATURE, ID, null, BODY)).isEqualTo(INCOMPLETE);
        assertThat(webhook.judge(SIGNATURE, ID, "now", BODY)).isEqualTo(INCOMPLETE);
    }
}
