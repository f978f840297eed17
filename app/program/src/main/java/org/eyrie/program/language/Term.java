package org.eyrie.program.language;

import java.util.List;

/**
 * One node of a program's graph.
 *
 * @param operator what it does
 * @param inputs numbers of the terms that it takes, in the order of the operator's parameters; a trailing parameter
 *     without a number or a word of its own may be missing
 * @param number of {@link Operator#NUMBER}, otherwise 0
 * @param word of {@link Operator#WORD}, otherwise empty
 * @param type what it is
 */
public record Term(Operator operator, List<Integer> inputs, double number, String word, TermType type) {

    public Term {
        inputs = List.copyOf(inputs);
    }

    /** Whether it is a number that is written down. */
    public boolean constant() {
        return operator == Operator.NUMBER;
    }
}
