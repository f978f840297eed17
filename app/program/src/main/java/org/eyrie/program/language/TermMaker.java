package org.eyrie.program.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the terms of a program as it is read, and says what does not fit where it stands. */
final class TermMaker {

    /** The number of what could not be read; a fault says why. */
    static final int BROKEN = -1;

    /** Terms before they are made canonical. */
    private static final int TERMS = 1_000;

    private final TermGraph.Builder builder = new TermGraph.Builder();
    private final Faults faults;

    TermMaker(Faults faults) {
        this.faults = faults;
    }

    TermGraph.Builder builder() {
        return builder;
    }

    /** The term, or {@link #BROKEN} with a fault at the token or at the argument that does not fit. */
    int made(Operator operator, Token token, List<Integer> inputs, List<Integer> places) {
        if (inputs.contains(BROKEN) || inputs.contains(Arguments.MISSING)) {
            if (operator.form() != Form.INFIX) {
                tell(token, Typing.misfits(operator, read(inputs)), places);
            }
            return BROKEN;
        }
        if (builder.size() > TERMS) {
            throw faults.stop(token.start(), "It has more than " + TERMS + " terms.");
        }
        try {
            return builder.add(operator, inputs);
        } catch (TypeFault fault) {
            tell(token, fault.misfits(), places);
            return BROKEN;
        }
    }

    /** Terms by their numbers, null for what could not be read. */
    private List<@Nullable Term> read(List<Integer> inputs) {
        List<@Nullable Term> terms = new ArrayList<>();
        inputs.forEach(input -> terms.add(input < 0 ? null : builder.term(input)));
        return terms;
    }

    private void tell(Token token, List<TypeFault.Misfit> misfits, List<Integer> places) {
        for (TypeFault.Misfit misfit : misfits) {
            boolean placed = misfit.input() >= 0 && misfit.input() < places.size();
            faults.add(placed ? places.get(misfit.input()) : token.start(), misfit.reason());
        }
    }
}
