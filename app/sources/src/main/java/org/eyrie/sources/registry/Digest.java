package org.eyrie.sources.registry;

import org.eyrie.model.Sha256;

/** A short name for a long text: the first 128 bits of its SHA-256, in hexadecimal digits. */
public final class Digest {

    private static final int DIGITS = 32;

    private Digest() {}

    /** Equal for equal texts, and in practice for no others. */
    public static String of(String text) {
        return Sha256.hex(text).substring(0, DIGITS);
    }
}
