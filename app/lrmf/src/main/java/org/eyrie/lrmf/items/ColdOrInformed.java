package org.eyrie.lrmf.items;

/** What is known of a model besides the items that were run. Intervals are calibrated for each. */
public enum ColdOrInformed {
    /** No score of its own. */
    COLD(0),
    /** Scores of its own on other benchmarks. */
    INFORMED(1);

    static final int COUNT = 2;

    private final int code;

    ColdOrInformed(int code) {
        this.code = code;
    }

    /** Number of this standing, part of the serialised form. */
    int code() {
        return code;
    }
}
