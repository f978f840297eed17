package org.eyrie.program.language;

import java.util.List;
import java.util.stream.Collectors;

/** Inputs that do not go with an operator; each reason says which would. */
final class TypeFault extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * One of them.
     *
     * @param input which input is at fault, or -1 for all of them
     * @param reason what would be right
     */
    record Misfit(int input, String reason) {}

    private final transient List<Misfit> misfits;

    TypeFault(List<Misfit> misfits) {
        super(misfits.stream().map(Misfit::reason).collect(Collectors.joining(" ")));
        this.misfits = List.copyOf(misfits);
    }

    TypeFault(int input, String reason) {
        this(List.of(new Misfit(input, reason)));
    }

    List<Misfit> misfits() {
        return misfits;
    }
}
