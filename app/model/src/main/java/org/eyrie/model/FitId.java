package org.eyrie.model;

/**
 * Name of a fit.
 *
 * @param value one to {@value #MAX_LENGTH} characters, neither blank nor with control characters
 */
public record FitId(String value) implements Comparable<FitId> {

    /** The longest id that is accepted, in characters. */
    public static final int MAX_LENGTH = 128;

    public FitId {
        Identifiers.check("A fit id", value, MAX_LENGTH);
    }

    @Override
    public int compareTo(FitId other) {
        return Identifiers.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
