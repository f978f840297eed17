package org.eyrie.program.language;

/** What a term of a program is, for one tensor of the model. */
public enum ValueType {
    /** One number. */
    NUM("a number"),
    /** One number for each of several parents. */
    PER("a number per parent"),
    /** One tensor for each of several parents. */
    VECS("a tensor per parent"),
    /** One tensor, of the shape of the base's. */
    VEC("a tensor"),
    /** One number from 0 to 1 for each element. */
    MASK("a mask"),
    /** A word out of a few, such as {@code mass}. */
    WORD("a word");

    private final String phrase;

    ValueType(String phrase) {
        this.phrase = phrase;
    }

    /** For people, with its article. */
    public String phrase() {
        return phrase;
    }

    /** Whether it has elements, so that it is worked on in pieces. */
    public boolean elementwise() {
        return this == VECS || this == VEC || this == MASK;
    }

    /** Whether it has a part per parent. */
    public boolean perParent() {
        return this == VECS || this == PER;
    }
}
