package org.eyrie.lrmf.outcomes;

import java.util.Arrays;

/**
 * The quadratic that majorises the loss of one row: {@code x' G x / 2 - h' x} in the row's extended factor x, of D
 * numbers. A worker has one and reuses it.
 */
final class RowStatistics {

    /**
     * No sum of cells crosses a multiple of so many columns: they are added up between two multiples, and then these sums
     * in their order. So rows that were split there add up to the whole row to the last bit, wherever its parts lie.
     * Fewer would make short blocks of thinly seen tables.
     */
    static final int ALIGNED = OutcomeChunk.ROWS;

    private final Kernel kernel;
    private final PaddedRank stride;
    private final boolean spread;
    private final float[] self;
    private final float[] weight;
    private final float[] blockGram;
    private final float[] blockLinear;
    private final double[] partGram;
    private final double[] partLinear;

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
        this.partGram = new double[gram.length];
        this.partLinear = new double[linear.length];
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
            int part = part(table.packed()[from]);
            while (from < end && part(table.packed()[from]) == part) {
                int to = aligned(table.packed(), from, Math.min(end, from + Kernel.BLOCK));
                collectBlock(table.packed(), from, to, others);
                from = to;
            }
            add(partGram, gram);
            add(partLinear, linear);
        }
    }

    private static int part(int packed) {
        return (packed >> 1) / ALIGNED;
    }

    private static void add(double[] part, double[] sum) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += part[k];
        }
        Arrays.fill(part, 0);
    }

    /** Where a block that may reach until {@code to} must end. */
    private static int aligned(int[] packed, int from, int to) {
        int next = part(packed[from]) + 1;
        if (part(packed[to - 1]) < next) {
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
        for (int k = 0; k < partGram.length; k++) {
            partGram[k] += blockGram[k];
        }
        for (int k = 0; k < partLinear.length; k++) {
            partLinear[k] += blockLinear[k];
        }
    }
}
