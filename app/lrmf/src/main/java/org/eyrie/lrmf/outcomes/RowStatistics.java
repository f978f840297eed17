package org.eyrie.lrmf.outcomes;

import java.util.Arrays;

/**
 * The quadratic that majorises the loss of one row: {@code x' G x / 2 - h' x} in the row's extended factor x, of D
 * numbers. A worker has one and reuses it.
 */
final class RowStatistics {

    /**
     * No block of cells crosses a multiple of so many columns, so that rows which were split there add up to the digits of
     * the whole row. Fewer would make short blocks of thinly seen tables.
     */
    static final int ALIGNED = 1 << 14;

    private final Kernel kernel;
    private final PaddedRank stride;
    private final boolean spread;
    private final float[] self;
    private final float[] weight;
    private final float[] blockGram;
    private final float[] blockLinear;

    /** Lower triangle of G, row by row. */
    final double[] gram;

    /** h. */
    final double[] linear;

    /**
     * @param spread whether factors carry covariances: the quadratic then touches at the root of the expected square of
     *     the logit (variational), otherwise at the logit of the factors
     */
    RowStatistics(Kernel kernel, PaddedRank stride, boolean spread) {
        this.kernel = kernel;
        this.stride = stride;
        this.spread = spread;
        this.self = new float[spread ? stride.outer() : stride.row()];
        this.weight = new float[Kernel.BLOCK];
        this.blockGram = new float[stride.outer()];
        this.blockLinear = new float[stride.row()];
        this.gram = new double[stride.extended() * (stride.extended() + 1) / 2];
        this.linear = new double[stride.extended()];
    }

    /**
     * Collects the cells of a row.
     *
     * @param own the rows' present factors, at which the quadratic touches the loss
     * @param others the columns' factors
     */
    void collect(OutcomeTable table, int row, Factors own, Factors others) {
        Arrays.fill(gram, 0);
        Arrays.fill(linear, 0);
        if (spread) {
            own.doubledOuter(row, self);
        } else {
            System.arraycopy(own.values(), row * stride.row(), self, 0, stride.row());
        }
        int end = table.begin(row + 1);
        int from = table.begin(row);
        while (from < end) {
            int to = aligned(table.packed(), from, Math.min(end, from + Kernel.BLOCK));
            collectBlock(table.packed(), from, to, others);
            from = to;
        }
    }

    /** Where a block that may reach until {@code to} must end. */
    private static int aligned(int[] packed, int from, int to) {
        int next = (packed[from] >> 1) / ALIGNED + 1;
        if ((packed[to - 1] >> 1) / ALIGNED < next) {
            return to;
        }
        int at = Arrays.binarySearch(packed, from, to, 2 * next * ALIGNED - 1); // the last cell that may be before
        return at >= 0 ? at + 1 : -at - 1;
    }

    // Sums of a block in single precision, sums of blocks in double: no more than BLOCK numbers are ever added with
    // 24 bits, which keeps the relative error of a sum near 1e-6 however long the row.
    private void collectBlock(int[] packed, int from, int to, Factors others) {
        Arrays.fill(blockGram, 0);
        Arrays.fill(blockLinear, 0);
        if (spread) {
            kernel.dots(packed, from, to, others.outers(), stride.outer(), self, weight);
            for (int c = 0; c < to - from; c++) {
                weight[c] = PolyaGamma.weight((float) Math.sqrt(Math.max(0, weight[c])));
            }
        } else {
            kernel.dots(packed, from, to, others.values(), stride.row(), self, weight);
            for (int c = 0; c < to - from; c++) {
                weight[c] = PolyaGamma.weight(weight[c]);
            }
        }
        kernel.accumulate(packed, from, to, weight, others, blockGram, blockLinear);
        for (int k = 0; k < gram.length; k++) {
            gram[k] += blockGram[k];
        }
        for (int k = 0; k < linear.length; k++) {
            linear[k] += blockLinear[k];
        }
    }
}
