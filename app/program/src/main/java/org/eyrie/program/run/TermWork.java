package org.eyrie.program.run;

/**
 * What has to be done for one term and one tensor. First it sees all pieces of its inputs as often as its operator says,
 * then it gives its own.
 */
interface TermWork {

    /** Takes a piece of the inputs, in the pass of that number from 0. */
    default void absorb(int pass, Piece piece, Operands in) {
        throw new IllegalStateException("It needs to see nothing");
    }

    /** All pieces of a pass were seen. */
    default void end(int pass, Operands in) {}

    /** Pieces begin anew from the first. */
    default void rewind() {}

    /** Its numbers, where it is one or one per parent. */
    default double[] numbers(Operands in) {
        throw new IllegalStateException("It has elements");
    }

    /** Its elements, where it has some: one array for each parent, or one. */
    default void fill(Piece piece, Operands in, float[][] out) {
        throw new IllegalStateException("It has no elements");
    }
}
