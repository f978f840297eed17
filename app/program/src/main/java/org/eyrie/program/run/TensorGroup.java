package org.eyrie.program.run;

import java.io.IOException;

/** One tensor as the base and every parent have it, all of one shape. */
public interface TensorGroup {

    /** Its name, which random numbers depend on. */
    String name();

    /** What it is and where in the model. */
    TensorPlace place();

    /** How many rows, which is the first dimension; 1 for a vector. */
    long rows();

    /** How many elements a row has. */
    long columns();

    /** How many parents there are, from 1. */
    int parents();

    /**
     * Reads elements in row-major order.
     *
     * @param model 0 for the base, otherwise the parent's number from 1
     * @param from the first element, from 0
     * @param into where to put them, from its beginning
     * @param count how many
     */
    void read(int model, long from, float[] into, int count) throws IOException;
}
