package org.eyrie.develop.proposing;

/** What kinds of programs the grammar draws first; everything below follows from it. */
enum Production {
    /** A weight a parent. */
    PLAIN(2),
    /** A weight for every parent and kind of tensor. */
    KINDS(4),
    /** A weight for every parent and end of the depth. */
    DEPTH(2),
    /** A weight for every parent, kind and end. */
    TABLE(3),
    /** Weighted sums of thinned task vectors. */
    THINNED(2),
    /** Means of elements whose signs agree. */
    ELECTED(2),
    /** Medians, largest elements and means, by kind. */
    ROBUST(1.5),
    /** Anything that the language can say. */
    GROWN(1);

    private final double weight;

    Production(double weight) {
        this.weight = weight;
    }

    /** How often it is drawn before anything was learned, beside the others. */
    double weight() {
        return weight;
    }
}
