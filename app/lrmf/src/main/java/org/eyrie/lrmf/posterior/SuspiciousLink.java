package org.eyrie.lrmf.posterior;

/**
 * A derivation whose ends disagree.
 *
 * @param child row of the model
 * @param parent row of what it is said to be made from
 * @param disagreement how far the child lies from where all its parents would have it, beyond what is usual of the
 *     relation: a standard normal score
 * @param without the same if this derivation were not; NaN where it cannot be told. Where it is no smaller, the child is
 *     odd rather than the derivation wrong
 * @param expected per column, the score predicted for the child without its own measurements, 0 to 1
 * @param expectedWithout per column, the same if this derivation were not
 */
@SuppressWarnings("ArrayRecordComponent")
public record SuspiciousLink(
        int child, int parent, double disagreement, double without, double[] expected, double[] expectedWithout) {}
