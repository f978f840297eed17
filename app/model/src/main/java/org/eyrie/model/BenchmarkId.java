package org.eyrie.model;

/**
 * Name of a benchmark: one task under one setup, so that any two scores on it are comparable.
 *
 * @param value one to {@value #MAX_LENGTH} characters, neither blank nor with control characters; case matters;
 *     ordered by code point
 */
public record BenchmarkId(String value) implements Comparable<BenchmarkId> {

    /** The longest id that is accepted, in characters. */
    public static final int MAX_LENGTH = 512;

    public BenchmarkId {
        Identifiers.check("A benchmark id", value, MAX_LENGTH);
    }

    @Override
    public int compareTo(BenchmarkId other) {
        return Identifiers.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
