package org.eyrie.lrmf.crowd;

/**
 * Whom a model has to do with, by the numbers of the crowd.
 *
 * @param member its own number, -1 where it does not belong to the crowd
 * @param kin parents, grandparents, siblings and children
 * @param kind its number of each of the {@link KindKeys}, -1 where unknown or new
 * @param marks what it has, by the {@link MarkIndex}
 * @param near models of like names, the most alike first
 * @param nearOfShape the same within its architecture and size
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
record Tie(int member, int[][] kin, int[] kind, int[] marks, Near near, Near nearOfShape) {

    /**
     * Models by how alike they are.
     *
     * @param likeness 0 to 1, falling
     */
    @SuppressWarnings("ArrayRecordComponent") // structure of arrays
    record Near(int[] model, double[] likeness) {}
}
