package org.eyrie.sources.mlflow;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells deliveries of an MLflow webhook from forged, old and repeated ones. The signature is
 * {@code v1,base64(HMAC-SHA256(secret, id "." timestamp "." body))} over the raw bytes of the body.
 */
public final class WebhookGuard {

    /** How far the sender's clock may be off. */
    public static final Duration SKEW = Duration.ofMinutes(5);

    private static final int REMEMBERED = 10_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;
    private final InstantSource clock;
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    public WebhookGuard(String secret, InstantSource clock) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("A webhook needs a secret");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    /**
     * Whether a delivery is genuine, fresh and new. Safe for many threads.
     *
     * @param signature header {@code X-MLflow-Signature}
     * @param deliveryId header {@code X-MLflow-Delivery-Id}
     * @param timestamp header {@code X-MLflow-Timestamp}, seconds since 1970
     * @param body as it was received
     */
    public synchronized boolean accepts(
            @Nullable String signature, @Nullable String deliveryId, @Nullable String timestamp, byte[] body) {
        if (signature == null || deliveryId == null || timestamp == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        Instant now = clock.instant();
        boolean fresh = Duration.between(sent, now).abs().compareTo(SKEW) <= 0;
        // Compared in constant time, and before anything is remembered: a forger must neither learn nor fill memory.
        boolean genuine = MessageDigest.isEqual(
                expected(deliveryId, timestamp, body), signature.strip().getBytes(StandardCharsets.UTF_8));
        if (!genuine || !fresh || seen.containsKey(deliveryId)) {
            return false;
        }
        seen.values().removeIf(before -> Duration.between(before, now).compareTo(SKEW.multipliedBy(2)) > 0);
        if (seen.size() >= REMEMBERED) {
            return false;
        }
        seen.put(deliveryId, now);
        return true;
    }

    private byte[] expected(String deliveryId, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update((deliveryId + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
