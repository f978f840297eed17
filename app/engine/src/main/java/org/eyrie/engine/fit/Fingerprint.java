package org.eyrie.engine.fit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Neighbourhood;

/** A short text that is equal for equal data: SHA-256 over models, derivations, scores and outcomes in the stores' order. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Neighbourhood graph, Collection<Evaluation> evaluations, Collection<? extends Record> outcomes) {
        MessageDigest digest = sha256();
        graph.models().forEach(model -> add(digest, model));
        graph.derivations().forEach(derivation -> add(digest, derivation));
        evaluations.forEach(evaluation -> add(digest, evaluation));
        outcomes.forEach(each -> add(digest, each));
        return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }

    private static void add(MessageDigest digest, Record fact) {
        digest.update(fact.toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
