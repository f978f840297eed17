package org.eyrie.model;

/**
 * Registry-qualified name of a model, such as {@code meta-llama/Llama-3.1-8B}.
 *
 * @param value one to {@value #MAX_LENGTH} characters, neither blank nor with control characters; case matters;
 *     ordered by code point
 */
public record ModelId(String value) implements Comparable<ModelId> {

    /** The longest id that is accepted, in characters. */
    public static final int MAX_LENGTH = 512;

    public ModelId {
        Identifiers.check("A model id", value, MAX_LENGTH);
    }

    /** The namespace before the first slash, or the empty string where there is none. */
    public String namespace() {
        int slash = value.indexOf('/');
        return slash < 0 ? "" : value.substring(0, slash);
    }

    @Override
    public int compareTo(ModelId other) {
        return Identifiers.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
