package org.eyrie.program.language;

import java.util.stream.Collectors;

/** How an operator is written, for people. */
public final class Signature {

    private Signature() {}

    /** Such as {@code keep(v, share, restore=none|l1|l2)}. */
    public static String of(Operator operator) {
        return switch (operator.form()) {
            case LEAF -> "";
            case NAME -> operator.text();
            case INFIX -> "a " + operator.text() + " b";
            case LIST -> operator.text() + "(" + operator.parameters().get(0).name() + ", ...)";
            case CALL ->
                operator.text()
                        + operator.parameters().stream().map(Signature::of).collect(Collectors.joining(", ", "(", ")"));
        };
    }

    private static String of(Parameter parameter) {
        if (!parameter.words().isEmpty()) {
            return parameter.name() + "=" + String.join("|", parameter.words());
        }
        return parameter.named() ? parameter.name() + "=" + hint(parameter) : parameter.name();
    }

    private static String hint(Parameter parameter) {
        return parameter.slot() == Slot.PER ? "each(...)" : "0";
    }
}
