package org.eyrie.lrmf.prior;

/** Why a residual exists. */
public enum TermKind {
    /** A model and what it was derived from. */
    DERIVED(0),
    /** A model without parents, of known kind, and its clade. */
    FOUNDER(1),
    /** A model without parents of which nothing is known, and its clade. */
    STUB(2),
    /** The mean of a part of very many parents; its strength is given, not learned. */
    MIXTURE(3),
    /** The root and zero. */
    ROOT(4),
    /** An architecture and the root. */
    ARCHITECTURE(5),
    /** A size and the next smaller one. */
    MAGNITUDE(6),
    /** An architecture at a size, and what both are around. */
    SIZE(7),
    /** A clade and its architecture at its size. */
    CLADE(8),
    /** What an author adds. */
    AUTHOR(9),
    /** A series and its author. */
    SERIES(10);

    private final int code;

    TermKind(int code) {
        this.code = code;
    }

    /** Number of this kind, part of the serialised form. */
    public int code() {
        return code;
    }

    /** The kind of that number. */
    public static TermKind ofCode(int code) {
        for (TermKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No such kind: " + code);
    }

    /** The term of a node that is no model. */
    static TermKind of(NodeKind node) {
        return switch (node) {
            case ROOT -> ROOT;
            case ARCHITECTURE -> ARCHITECTURE;
            case MAGNITUDE -> MAGNITUDE;
            case SIZE -> SIZE;
            case CLADE -> CLADE;
            case AUTHOR -> AUTHOR;
            case SERIES -> SERIES;
        };
    }
}
