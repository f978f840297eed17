package org.eyrie.model;

/**
 * Name of a fit.
 *
 * @param value one to {@value #MAX_LENGTH} characters, neither blank nor with control characters
 */
public record FitId(String value) {

    /** The longest id that is accepted, in characters. */
    public static final int MAX_LENGTH = 128;

    public FitId {
        Identifiers.check("A fit id", value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
