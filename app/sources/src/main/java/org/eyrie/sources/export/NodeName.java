package org.eyrie.sources.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.eyrie.model.ModelId;

/**
 * What nodes are called in a drawing: names of models are no ids there, since ids are single words of few characters. They are
 * told from the names alone, so that nobody has to remember a million of them, and are the same in every drawing.
 */
final class NodeName {

    /** 80 bits: among ten million models two are called alike once in ten billion drawings. */
    private static final int BYTES = 10;

    private final MessageDigest digest;

    NodeName() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** A letter and 20 hexadecimal digits. */
    String of(ModelId model) {
        byte[] hash = digest.digest(model.value().getBytes(StandardCharsets.UTF_8));
        return "n" + HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    }
}
