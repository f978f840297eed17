package org.eyrie.server.developing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.eyrie.llama.items.BenchmarkItem;
import org.eyrie.model.Sha256;

/** A name for weights and items: outcomes are the same where, and only where, all of these are. */
final class ComparisonKey {

    private ComparisonKey() {}

    static String of(ParentWeights weights, DevelopmentItems items, TestItems test) {
        MessageDigest digest = Sha256.begin();
        add(digest, weights.base().shape().toString());
        for (LoadedGroup group : weights.groups()) {
            add(digest, group.name());
            group.values().forEach(values -> add(digest, values));
        }
        add(digest, items.questions());
        add(digest, test.questions());
        return Sha256.hex(digest);
    }

    private static void add(MessageDigest digest, List<BenchmarkItem> items) {
        digest.update((byte) 1);
        for (BenchmarkItem item : items) {
            add(digest, item.task());
            add(digest, item.prompt());
            add(digest, item.answer());
        }
    }

    /** With its length, so that two texts do not become the same by where they meet. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static void add(MessageDigest digest, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        digest.update(bytes);
    }
}
