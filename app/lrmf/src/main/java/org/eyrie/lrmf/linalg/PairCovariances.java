package org.eyrie.lrmf.linalg;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Covariance of the boundary nodes of a part, of those pairs only that its factor joins: as much as the part had to say of
 * them comes back to it.
 *
 * @param first number of the first boundary node in the part
 * @param count number of boundary nodes
 * @param pair per joined pair, column · count + row, both counted from {@code first}, the row's the larger; ascending
 * @param diagonal d x d per boundary node, row by row
 * @param lower d x d per joined pair, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record PairCovariances(int first, int count, long[] pair, double[] diagonal, double[] lower)
        implements SelectedInverse.BoundaryCovariance, Serializable {

    /**
     * Of the boundary of what said something.
     *
     * @param said by a part whose boundary is in its own order, as {@link SymbolicCholesky} leaves it
     * @param all covariances of those it was said of
     */
    public static PairCovariances of(SchurComplement said, int first, SelectedInverse all, int d) {
        int count = said.node().length;
        double[] diagonal = new double[count * d * d];
        for (int k = 0; k < count; k++) {
            all.read(said.node()[k], said.node()[k], diagonal, k * d * d);
        }
        long[] pair = new long[said.row().length];
        double[] lower = new double[pair.length * d * d];
        for (int k = 0; k < pair.length; k++) {
            pair[k] = (long) said.column()[k] * count + said.row()[k];
            all.read(said.node()[said.row()[k]], said.node()[said.column()[k]], lower, k * d * d);
        }
        return new PairCovariances(first, count, pair, diagonal, lower);
    }

    @Override
    public void read(int i, int j, double[] block, int offset) {
        int size = count == 0 ? 0 : diagonal.length / count;
        int row = Math.max(i, j) - first;
        int column = Math.min(i, j) - first;
        if (row == column) {
            System.arraycopy(diagonal, row * size, block, offset, size);
            return;
        }
        int found = Arrays.binarySearch(pair, (long) column * count + row);
        if (found < 0) {
            throw new IllegalArgumentException("Nothing was said of the nodes " + i + " and " + j);
        }
        if (i > j) {
            System.arraycopy(lower, found * size, block, offset, size);
            return;
        }
        BlockKernels.transpose(lower, found * size, block, offset, (int) Math.round(Math.sqrt(size)));
    }
}
