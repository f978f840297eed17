package org.eyrie.engine.fit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Sha256;

/** A short text that is equal for equal data: SHA-256 over models, derivations, scores and outcomes in the stores' order. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Neighbourhood graph, Collection<Evaluation> evaluations, Collection<? extends Record> outcomes) {
        MessageDigest digest = Sha256.begin();
        graph.models().forEach(model -> add(digest, model));
        graph.derivations().forEach(derivation -> add(digest, derivation));
        evaluations.forEach(evaluation -> add(digest, evaluation));
        outcomes.forEach(each -> add(digest, each));
        return Sha256.hex(digest).substring(0, 32);
    }

    private static void add(MessageDigest digest, Record fact) {
        digest.update(fact.toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}
