package org.eyrie.program.language;

/** How an operator is written. */
public enum Form {
    /** It is not: it is a number or a word. */
    LEAF,
    /** As a name that takes nothing. */
    NAME,
    /** Between two terms. */
    INFIX,
    /** With a bracket for what its parameters say. */
    CALL,
    /** With a bracket for one or more of its one parameter. */
    LIST
}
