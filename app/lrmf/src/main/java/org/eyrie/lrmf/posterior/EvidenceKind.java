package org.eyrie.lrmf.posterior;

/** How much a prediction knows of the model itself. Intervals are calibrated for each. */
public enum EvidenceKind {
    /** No own score, but parents. */
    DERIVED(0),
    /** No own score and no parents. */
    FOUNDER(1),
    /** One or two own scores. */
    FEW(2),
    /** Three or more own scores. */
    MANY(3),
    /** No own score, and published after every model that the fit has scores of. */
    FUTURE(4);

    /** Number of kinds. */
    public static final int COUNT = 5;

    private final int code;

    EvidenceKind(int code) {
        this.code = code;
    }

    /** Number of this kind, part of the serialised form. */
    public int code() {
        return code;
    }

    /** The kind of that number. */
    public static EvidenceKind ofCode(int code) {
        for (EvidenceKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No such kind: " + code);
    }

    public static EvidenceKind of(int ownScores, boolean derived) {
        if (ownScores == 0) {
            return derived ? DERIVED : FOUNDER;
        }
        return ownScores <= 2 ? FEW : MANY;
    }
}
