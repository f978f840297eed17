package org.eyrie.server.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.eyrie.model.Sha256;

/** A token as its owner has it: 256 random bits, after a word by which scanners for leaked secrets can know it. */
public record TokenText(String text) {

    private static final String PREFIX = "eyrie_";
    private static final int BYTES = 32;

    /** A new one. */
    public static TokenText random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new TokenText(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is kept of it: SHA-256, hexadecimal. */
    public String hash() {
        return Sha256.hex(text);
    }

    // Not for logs.
    @Override
    public String toString() {
        return PREFIX + "...";
    }
}
