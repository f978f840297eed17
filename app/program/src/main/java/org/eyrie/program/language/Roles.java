package org.eyrie.program.language;

/** What a number that is written down is for. */
public final class Roles {

    private Roles() {}

    /** Whether the operator's numbers say which parents are meant. */
    public static boolean names(Operator operator) {
        return operator == Operator.TAU || operator == Operator.PARENT || operator == Operator.ONLY;
    }

    /** Whether that input is a seed. */
    public static boolean seed(Operator operator, int input) {
        return operator.form() == Form.CALL
                && operator.parameters().get(input).name().equals("seed");
    }
}
