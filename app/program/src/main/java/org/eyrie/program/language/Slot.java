package org.eyrie.program.language;

/** What may stand where an operator wants something. */
public enum Slot {
    VECS("a tensor per parent, such as taus", ValueType.VECS),
    TENSORS("a tensor, or one per parent", ValueType.VECS, ValueType.VEC),
    VEC("a tensor, such as tau(1)", ValueType.VEC),
    MASK("a mask, such as larger(tau(1), tau(2))", ValueType.MASK),
    PER("a number per parent, such as each(1, .5)", ValueType.PER),
    NUM("a number", ValueType.NUM),
    WEIGHT("a number, or one per parent", ValueType.NUM, ValueType.PER),
    BLEND("a number or a mask", ValueType.NUM, ValueType.MASK),
    /** A number that is written down, not worked out, so that cost and effect are known beforehand. */
    CONSTANT("a written number", ValueType.NUM),
    /** A whole number that is written down. */
    INTEGER("a written whole number", ValueType.NUM),
    CHOICE("a word", ValueType.WORD);

    private final String phrase;
    private final ValueType one;
    private final ValueType other;

    Slot(String phrase, ValueType type) {
        this(phrase, type, type);
    }

    Slot(String phrase, ValueType one, ValueType other) {
        this.phrase = phrase;
        this.one = one;
        this.other = other;
    }

    /** For people, with its article and maybe an example. */
    public String phrase() {
        return phrase;
    }

    /** Whether a value of that type fits. */
    public boolean takes(ValueType type) {
        return type == one || type == other;
    }

    /** Whether it has to be written down as it is. */
    public boolean literal() {
        return this == CONSTANT || this == INTEGER || this == CHOICE;
    }
}
