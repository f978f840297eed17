package org.eyrie.lrmf.outcomes;

/**
 * The two inner loops, where nearly all time goes. Arrays are laid out as {@link PaddedRank} says.
 *
 * <p>Implementations differ in the last digits, because they add in another order; one implementation always gives
 * the same digits for the same input.
 */
interface Kernel {

    /** Cells per block: small enough for the level-one cache, large enough to hide the loop's start. */
    int BLOCK = 512;

    /**
     * Inner products of one vector with the columns of some cells: {@code out[c - from] = self . source[column of c]}.
     *
     * @param packed cells: twice the column, plus one for a success
     * @param to at most {@code from} + {@link #BLOCK}
     * @param source vectors of the columns
     * @param stride floats from one vector to the next, a multiple of {@link PaddedRank#LANES}
     */
    void dots(int[] packed, int from, int to, float[] source, int stride, float[] self, float[] out);

    /**
     * Adds weighted outer products and signed factors of some cells of one row:
     * {@code gram += weight[c - from] outer[column of c]}, {@code linear += (success - 1/2) factors[column of c]}.
     */
    void accumulate(int[] packed, int from, int to, float[] weight, Factors factors, float[] gram, float[] linear);
}
