package org.eyrie.sources.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A password, token or shared key. It can be used and compared, never printed. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * A secret without surrounding white space.
     *
     * @throws IllegalArgumentException if it is blank or holds a line break, without repeating it
     */
    public static Secret of(String value) {
        String stripped = value.strip();
        if (stripped.isEmpty() || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A secret must not be blank nor hold control characters");
        }
        return new Secret(stripped);
    }

    /** The secret, or empty where a setting is absent or blank. */
    public static Optional<Secret> ofNullable(@Nullable String value) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(of(value));
    }

    /** Whether the candidate is the secret; takes as long for a near miss as for a far one. */
    public boolean matches(@Nullable String candidate) {
        return candidate != null && MessageDigest.isEqual(bytes(), candidate.getBytes(StandardCharsets.UTF_8));
    }

    /** The secret itself, for a key of a MAC or a header. */
    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    String value() {
        return value;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
