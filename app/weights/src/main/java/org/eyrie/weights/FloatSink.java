package org.eyrie.weights;

import java.io.IOException;

/** Takes the elements of a tensor in order. */
@FunctionalInterface
public interface FloatSink {

    /**
     * Takes the next elements.
     *
     * @param values read before this returns, and another's afterwards
     * @param count how many of them there are
     */
    void write(float[] values, int count) throws IOException;
}
