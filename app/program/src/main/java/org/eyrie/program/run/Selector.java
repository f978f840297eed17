package org.eyrie.program.run;

/** Chooses elements; those not chosen become 0. */
interface Selector {

    /** How often it has to see its tensors first. */
    int passes();

    default void absorb(int pass, Piece piece, float[][] in) {
        throw new IllegalStateException("It needs to see nothing");
    }

    default void end(int pass) {}

    default void rewind() {}

    /** Writes what is chosen of each tensor, and 0 for the rest. */
    void select(Piece piece, float[][] in, float[][] out);
}
