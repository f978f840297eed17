package org.eyrie.model.development;

/** What became of a proposal. */
public enum ProposalOutcome {
    /** A program that was not there before: a candidate. */
    NEW,
    /** It has the id of an earlier program. */
    SAME_PROGRAM,
    /** It does to these parents what an earlier program does. */
    SAME_EFFECT,
    /** No program, or none for these parents. */
    REFUSED
}
