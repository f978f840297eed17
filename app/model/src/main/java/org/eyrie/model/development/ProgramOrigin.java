package org.eyrie.model.development;

/** Where a program came from. */
public enum ProgramOrigin {
    /** A method of the literature or a point of the grid. */
    HUMAN,
    /** Drawn from the grammar. */
    GRAMMAR,
    /** Another program with something changed. */
    MUTATION,
    /** A part of one program in another. */
    CROSSOVER,
    /** Written by a language model. */
    LLM,
    /** Found by another search, over other parents. */
    TRANSFER
}
