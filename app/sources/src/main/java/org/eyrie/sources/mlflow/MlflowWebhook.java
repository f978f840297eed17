package org.eyrie.sources.mlflow;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eyrie.sources.http.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Tells deliveries of an MLflow server from forged, stale and repeated ones.
 *
 * <p>The signature is {@code v1,} and the Base64 of HMAC-SHA256(secret, delivery id + "." + timestamp + "." + body),
 * over the bytes of the body as they came in. A delivery id is remembered for as long as its timestamp would pass.
 */
public final class MlflowWebhook {

    /** Headers of a delivery. */
    public static final String SIGNATURE = "X-MLflow-Signature";

    public static final String DELIVERY_ID = "X-MLflow-Delivery-Id";
    public static final String TIMESTAMP = "X-MLflow-Timestamp";

    private static final Duration SKEW = Duration.ofMinutes(5);

    /** How many delivery ids are remembered; when that many came within the skew, further ones are refused. */
    private static final int MAX_REMEMBERED = 100_000;

    /** What became of a delivery. All but the first are to be answered with 401 or 409, and acted on never. */
    public enum Verdict {
        GENUINE,
        INCOMPLETE,
        FORGED,
        STALE,
        REPEATED,
        TOO_MANY
    }

    private final Secret secret;
    private final InstantSource clock;
    private final Map<String, Instant> delivered = new LinkedHashMap<>();

    public MlflowWebhook(Secret secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * Judges a delivery, and remembers a genuine one.
     *
     * @param signature value of {@link #SIGNATURE}, null where it is absent; so the others
     * @param body the bytes as they came in
     */
    public Verdict judge(
            @Nullable String signature, @Nullable String deliveryId, @Nullable String timestamp, byte[] body) {
        if (signature == null
                || deliveryId == null
                || deliveryId.isEmpty()
                || deliveryId.length() > 200
                || timestamp == null
                || !timestamp.matches("\\d{1,11}")) {
            return Verdict.INCOMPLETE;
        }
        byte[] expected = ("v1," + sign(deliveryId, timestamp, body)).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
            return Verdict.FORGED;
        }
        Instant now = clock.instant();
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, now).abs().compareTo(SKEW) > 0) {
            return Verdict.STALE;
        }
        return remember(deliveryId, sent.plus(SKEW), now);
    }

    private synchronized Verdict remember(String deliveryId, Instant until, Instant now) {
        Iterator<Instant> times = delivered.values().iterator();
        while (times.hasNext()) {
            if (times.next().isBefore(now)) {
                times.remove();
            }
        }
        if (delivered.containsKey(deliveryId)) {
            return Verdict.REPEATED;
        }
        if (delivered.size() >= MAX_REMEMBERED) {
            return Verdict.TOO_MANY;
        }
        delivered.put(deliveryId, until);
        return Verdict.GENUINE;
    }

    private String sign(String deliveryId, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
            mac.update((deliveryId + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("Every Java has HMAC-SHA256", e);
        }
    }
}
