package org.eyrie.program.language;

import java.util.HashMap;
import java.util.Map;
import org.eyrie.model.Sha256;

/**
 * Hashes of terms by what they are made of, wherever in a graph they stand. Numbers that name parents always count, seeds
 * only where everything does.
 */
final class Fingerprints {

    private final TermGraph.Builder builder;
    private final Detail detail;
    private final Map<Integer, String> known = new HashMap<>();

    Fingerprints(TermGraph.Builder builder, Detail detail) {
        this.builder = builder;
        this.detail = detail;
    }

    String of(int number) {
        String done = known.get(number);
        if (done == null) {
            done = hash(text(number));
            known.put(number, done);
        }
        return done;
    }

    private String text(int number) {
        Term term = builder.term(number);
        StringBuilder text = new StringBuilder(term.operator().name()).append(term.word());
        if (term.constant()) {
            text.append(detail.number(term.number()));
        }
        for (int i = 0; i < term.inputs().size(); i++) {
            Term input = builder.term(term.inputs().get(i));
            if (Roles.names(term.operator())) {
                text.append(' ').append((int) input.number());
            } else if (detail == Detail.EXACT || !Roles.seed(term.operator(), i)) {
                text.append(' ').append(of(term.inputs().get(i)));
            }
        }
        return text.toString();
    }

    static String hash(String text) {
        return Sha256.hex(text);
    }
}
