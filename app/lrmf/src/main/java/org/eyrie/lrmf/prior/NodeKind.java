package org.eyrie.lrmf.prior;

/** What a node that is no model stands for. */
public enum NodeKind {
    /** Everything. */
    ROOT(0),
    /** An architecture. */
    ARCHITECTURE(1),
    /** A size, in half powers of two, whatever the architecture; hangs on the next smaller one. */
    MAGNITUDE(2),
    /** An architecture at a rounded size. */
    SIZE(3),
    /** An architecture at a rounded size, with a chat template or not, of one kind of training. */
    CLADE(4),
    /** What one author does with an architecture at a size. */
    AUTHOR(5),
    /** What one author's series of models does, with an architecture at a size. */
    SERIES(6);

    private final int code;

    NodeKind(int code) {
        this.code = code;
    }

    /** Number of this kind, part of the serialised form. */
    public int code() {
        return code;
    }

    /** The kind of that number. */
    public static NodeKind ofCode(int code) {
        for (NodeKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No such kind: " + code);
    }
}
