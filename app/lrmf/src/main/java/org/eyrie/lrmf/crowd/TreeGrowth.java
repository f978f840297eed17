package org.eyrie.lrmf.crowd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Grows one tree on what is left to explain, the leaf that gains most first, from sums over bins (as LightGBM does, Ke et
 * al. 2017): those of the smaller child are added up, those of the larger one are what the parent has more.
 *
 * <p>Sum and number of rows of a bin are in one whole number, so that a row costs one addition a feature: the rows in the lower
 * bits, the sum above them in units that leave it room for all rows. Sums are exact then, in whatever order rows come.
 */
final class TreeGrowth {

    /** Most leaves a tree has. */
    static final int LEAVES = 15;

    private static final int LEAST_ROWS = 10;
    private static final double RIDGE = 1;

    /** Of a cell, those that count its rows. */
    private static final int COUNT_BITS = 20;

    private static final long COUNT = (1L << COUNT_BITS) - 1;

    /** Most that sums may come to, in units. */
    private static final double ROOM = 1L << (62 - COUNT_BITS);

    private final BinnedTable table;
    private final int[] used;
    private final double[] left;
    /** What one unit of a sum is worth. */
    private final double unit;
    /** By number of rows, what one of them would have of a leaf. */
    private final double[] share;
    /** Per row, the cell that it adds. */
    private final long[] cell;

    private final int[] order;
    private final int[] spare;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    private static final class Leaf {
        final int from;
        final int to;
        /** By feature and bin. */
        final long[] sums;

        /** Of what is left to explain, in units. */
        long total;

        @Nullable
        Split best;

        int parent = -1;
        boolean isLeft;

        Leaf(int from, int to, long[] sums) {
            this.from = from;
            this.to = to;
            this.sums = sums;
        }

        int rows() {
            return to - from;
        }
    }

    private record Split(int used, int bin, boolean unknownLeft, double gain) {}

    private static final class Node {
        int feature;
        double threshold;
        boolean unknownLeft;
        int left;
        int right;
    }

    /**
     * @param used features that may be asked for
     * @param left per row, what is left to explain; less by what the tree says of the rows it learned from, afterwards
     * @param order rows to learn from; changed
     */
    private TreeGrowth(BinnedTable table, int[] used, double[] left, int[] order) {
        this.table = table;
        this.used = used;
        this.left = left;
        this.order = order;
        this.spare = new int[order.length];
        double most = 0;
        for (int row : order) {
            most = Math.max(most, Math.abs(left[row]));
        }
        this.unit = most == 0 ? 1 : Math.scalb(1.0, Math.getExponent(most * order.length / ROOM) + 1);
        this.share = new double[order.length + 1];
        Arrays.setAll(share, count -> 1 / (count + RIDGE));
        this.cell = new long[left.length];
        for (int row : order) {
            cell[row] = (Math.round(left[row] / unit) << COUNT_BITS) + 1;
        }
    }

    static RegressionTree grow(BinnedTable table, int[] used, double[] left, int[] rows, double rate) {
        return new TreeGrowth(table, used, left, rows).grow(rate);
    }

    private RegressionTree grow(double rate) {
        Leaf root = new Leaf(0, order.length, new long[used.length * BinnedTable.BINS]);
        addUp(root);
        root.best = best(root);
        leaves.add(root);
        while (leaves.size() < LEAVES) {
            int at = -1;
            Split most = null;
            for (int k = 0; k < leaves.size(); k++) {
                Split split = leaves.get(k).best;
                if (split != null && (most == null || split.gain() > most.gain())) {
                    most = split;
                    at = k;
                }
            }
            if (most == null) {
                break;
            }
            divide(at, most);
        }
        return tree(rate);
    }

    private void addUp(Leaf leaf) {
        int features = table.features;
        long[] sums = leaf.sums;
        for (int k = leaf.from; k < leaf.to; k++) {
            int row = order[k];
            long added = cell[row];
            leaf.total += added >> COUNT_BITS;
            int base = row * features;
            for (int u = 0; u < used.length; u++) {
                sums[u * BinnedTable.BINS + table.bin[base + used[u]]] += added;
            }
        }
    }

    private @Nullable Split best(Leaf leaf) {
        int rows = leaf.rows();
        if (rows < 2 * LEAST_ROWS) {
            return null;
        }
        Split best = null;
        double before = gain(leaf.total, rows);
        for (int u = 0; u < used.length; u++) {
            int offset = u * BinnedTable.BINS;
            int last = table.bins(used[u]) - 1;
            long unknowns = leaf.sums[offset];
            for (int unknown = (unknowns & COUNT) > 0 ? 0 : 1; unknown < 2; unknown++) {
                boolean unknownLeft = unknown == 0;
                long sums = unknownLeft ? unknowns : 0;
                for (int bin = 1; bin < last; bin++) {
                    long added = leaf.sums[offset + bin];
                    if (added == 0 && bin > 1) {
                        continue; // what it would leave on either side was seen at the bin before
                    }
                    sums += added;
                    long count = sums & COUNT;
                    if (count < LEAST_ROWS || rows - count < LEAST_ROWS) {
                        continue;
                    }
                    long sum = sums >> COUNT_BITS;
                    double gain = gain(sum, count) + gain(leaf.total - sum, rows - count) - before;
                    if (gain > 1e-12 && (best == null || gain > best.gain())) {
                        best = new Split(u, bin, unknownLeft, gain);
                    }
                }
            }
        }
        return best;
    }

    /** @param sum in units */
    private double gain(long sum, long count) {
        double whole = sum * unit;
        return whole * whole * share[(int) count];
    }

    private void divide(int at, Split split) {
        Leaf parent = leaves.get(at);
        int feature = used[split.used()];
        int middle = parent.from;
        int others = 0;
        for (int k = parent.from; k < parent.to; k++) {
            int bin = table.bin[order[k] * table.features + feature];
            if (bin == 0 ? split.unknownLeft() : bin <= split.bin()) {
                order[middle++] = order[k];
            } else {
                spare[others++] = order[k];
            }
        }
        System.arraycopy(spare, 0, order, middle, others);
        boolean isFirstSmall = middle - parent.from <= parent.to - middle;
        long[] some = new long[parent.sums.length];
        long[] rest = parent.sums;
        Leaf first = new Leaf(parent.from, middle, isFirstSmall ? some : rest);
        Leaf second = new Leaf(middle, parent.to, isFirstSmall ? rest : some);
        Leaf small = isFirstSmall ? first : second;
        Leaf large = isFirstSmall ? second : first;
        addUp(small);
        large.total = parent.total - small.total;
        for (int k = 0; k < rest.length; k++) {
            rest[k] -= some[k];
        }
        Node node = new Node();
        node.feature = feature;
        node.threshold = table.upper(feature, split.bin());
        node.unknownLeft = split.unknownLeft();
        hang(parent, nodes.size());
        first.parent = nodes.size();
        first.isLeft = true;
        second.parent = nodes.size();
        nodes.add(node);
        leaves.set(at, first);
        leaves.add(second);
        if (leaves.size() < LEAVES) {
            first.best = best(first);
            second.best = best(second);
        }
    }

    private void hang(Leaf leaf, int child) {
        if (leaf.parent >= 0) {
            if (leaf.isLeft) {
                nodes.get(leaf.parent).left = child;
            } else {
                nodes.get(leaf.parent).right = child;
            }
        }
    }

    private RegressionTree tree(double rate) {
        double[] value = new double[leaves.size()];
        for (int k = 0; k < value.length; k++) {
            Leaf leaf = leaves.get(k);
            value[k] = rate * (leaf.total * unit) * share[leaf.rows()];
            for (int r = leaf.from; r < leaf.to; r++) {
                left[order[r]] -= value[k];
            }
            hang(leaf, ~k);
        }
        double[] threshold = nodes.stream().mapToDouble(node -> node.threshold).toArray();
        boolean[] unknownLeft = new boolean[nodes.size()];
        for (int k = 0; k < unknownLeft.length; k++) {
            unknownLeft[k] = nodes.get(k).unknownLeft;
        }
        return new RegressionTree(
                nodes.stream().mapToInt(node -> node.feature).toArray(),
                threshold,
                unknownLeft,
                nodes.stream().mapToInt(node -> node.left).toArray(),
                nodes.stream().mapToInt(node -> node.right).toArray(),
                value);
    }
}
