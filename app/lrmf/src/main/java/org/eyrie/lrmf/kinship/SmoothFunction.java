package org.eyrie.lrmf.kinship;

/** A function of several numbers that knows its slope. */
@FunctionalInterface
interface SmoothFunction {

    /**
     * Its value, infinite where it has none.
     *
     * @param slope is written to where the value is finite
     */
    double at(double[] point, double[] slope);
}
