package org.eyrie.lrmf.crowd;

import java.util.Arrays;

/**
 * What the crowd foretold of the models of several periods from what was older than each: how it does with models to come.
 *
 * @param begin days on which the periods begin, rising; the last one has no end
 * @param foretold models x columns, in logits, NaN where nothing was
 * @param columns how many there are
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record Foretold(double[] begin, double[] foretold, int columns) {

    static final Foretold NONE = new Foretold(new double[0], new double[0], 0);

    /** What was foretold of a model, per column. */
    public double[] of(int model) {
        return Arrays.copyOfRange(foretold, model * columns, (model + 1) * columns);
    }
}
