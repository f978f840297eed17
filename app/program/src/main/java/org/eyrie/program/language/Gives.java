package org.eyrie.program.language;

/** What an operator gives. */
enum Gives {
    NUM,
    VEC,
    /** For all parents. */
    VECS,
    MASK,
    WORD,
    /** What its first input is. */
    FIRST,
    /** A number for each parent that its first input speaks of. */
    PER_OF_FIRST,
    /** A number for each input. */
    COUNTED_PER,
    /** A tensor for each input. */
    COUNTED_VECS,
    /** The larger of two kinds. */
    PROMOTED
}
