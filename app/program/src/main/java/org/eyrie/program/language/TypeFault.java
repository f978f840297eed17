package org.eyrie.program.language;

/** Inputs that do not go with an operator; the message says which would. */
final class TypeFault extends Exception {

    private static final long serialVersionUID = 1L;

    /** Which input is at fault, or -1 for all of them. */
    private final int input;

    TypeFault(int input, String message) {
        super(message);
        this.input = input;
    }

    int input() {
        return input;
    }
}
