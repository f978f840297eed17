package org.eyrie.sources.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookGuardTest {

    private static final long NOW = 1_735_787_045;
    private static final byte[] BODY = "{\"entity\":\"model_version\"}".getBytes(StandardCharsets.UTF_8);

    private final WebhookGuard guard = new WebhookGuard("secret", InstantSource.fixed(Instant.ofEpochSecond(NOW)));

    @Test
    void aGenuineDeliveryIsAcceptedOnce() throws Exception {
        String signature = signature("secret", "d1", NOW);

        assertThat(guard.accepts(signature, "d1", String.valueOf(NOW), BODY)).isTrue();
        assertThat(guard.accepts(signature, "d1", String.valueOf(NOW), BODY)).isFalse();
        assertThat(guard.accepts(signature("secret", "d2", NOW), "d2", String.valueOf(NOW), BODY))
                .isTrue();
    }

    @Test
    void aForgedOneIsNotAndDoesNotUseUpItsId() throws Exception {
        String genuine = signature("secret", "d1", NOW);

        assertThat(guard.accepts(signature("guess", "d1", NOW), "d1", String.valueOf(NOW), BODY))
                .isFalse();
        assertThat(guard.accepts(genuine, "d2", String.valueOf(NOW), BODY)).isFalse();
        assertThat(guard.accepts(genuine, "d1", String.valueOf(NOW + 1), BODY)).isFalse();
        assertThat(guard.accepts(genuine, "d1", String.valueOf(NOW), new byte[0]))
                .isFalse();
        assertThat(guard.accepts(null, "d1", String.valueOf(NOW), BODY)).isFalse();
        assertThat(guard.accepts(genuine, null, String.valueOf(NOW), BODY)).isFalse();
        assertThat(guard.accepts(genuine, "d1", "now", BODY)).isFalse();
        assertThat(guard.accepts(genuine, "d1", String.valueOf(NOW), BODY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -1_000_000})
    void anOldOneAndOneFromTheFutureAreNot(long skew) throws Exception {
        assertThat(guard.accepts(signature("secret", "d1", NOW + skew), "d1", String.valueOf(NOW + skew), BODY))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 300})
    void clocksMayBeFiveMinutesApart(long skew) throws Exception {
        assertThat(guard.accepts(signature("secret", "d1", NOW + skew), "d1", String.valueOf(NOW + skew), BODY))
                .isTrue();
    }

    private static String signature(String secret, String id, long timestamp) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = id + "." + timestamp + "." + new String(BODY, StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
