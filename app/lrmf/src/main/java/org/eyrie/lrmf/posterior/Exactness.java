package org.eyrie.lrmf.posterior;

/**
 * What of a solution is exact.
 *
 * @param links how many times a node is spoken of in the terms of the field
 * @param cut how many of these were cut because the field is too large to be factorised: means are exact all the same,
 *     to one part in 10⁸, while variances, and with them what is learned of strengths, are those of a field in which
 *     the upper end of a cut link does not hear of the lower one
 */
public record Exactness(int links, int cut) {

    /** Whether nothing was cut. */
    public boolean isExact() {
        return cut == 0;
    }
}
