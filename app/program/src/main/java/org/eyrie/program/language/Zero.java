package org.eyrie.program.language;

import java.util.Collections;
import java.util.List;

/** Terms that are 0 and yet of a type. */
final class Zero {

    private Zero() {}

    /**
     * @param one the number 1
     */
    static int of(TermGraph.Builder builder, TermType type, int one) {
        int zero = builder.number(0);
        return switch (type.value()) {
            case NUM -> zero;
            case PER ->
                type.count() == TermType.ALL
                        ? builder.sure(
                                Operator.MULTIPLY, List.of(zero, builder.sure(Operator.NORMS, List.of(taus(builder)))))
                        : builder.sure(Operator.EACH, Collections.nCopies(type.count(), zero));
            case VEC -> builder.sure(Operator.MULTIPLY, List.of(zero, builder.sure(Operator.TAU, List.of(one))));
            case VECS -> builder.sure(Operator.MULTIPLY, List.of(zero, taus(builder)));
            case MASK, WORD -> throw new IllegalArgumentException(type + " has no zero");
        };
    }

    private static int taus(TermGraph.Builder builder) {
        return builder.sure(Operator.TAUS, List.of());
    }
}
