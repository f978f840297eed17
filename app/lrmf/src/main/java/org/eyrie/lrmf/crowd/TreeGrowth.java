package org.eyrie.lrmf.crowd;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Grows one tree on what is left to explain, the leaf that gains most first, from sums over bins (as LightGBM does, Ke et
 * al. 2017): those of the smaller child are added up, those of the larger one are what the parent has more.
 */
final class TreeGrowth {

    /** Most leaves a tree has. */
    static final int LEAVES = 15;

    private static final int LEAST_ROWS = 10;
    private static final double RIDGE = 1;

    private final BinnedTable table;
    private final int[] used;
    private final double[] left;
    private final int[] order;
    private final int[] spare;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    private static final class Leaf {
        final int from;
        final int to;
        /** By feature and bin, the sum of what is left to explain and the number of rows, side by side. */
        final double[] sums;

        double total;

        @Nullable
        Split best;

        int parent = -1;
        boolean isLeft;

        Leaf(int from, int to, int cells) {
            this.from = from;
            this.to = to;
            sums = new double[2 * cells];
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
    }

    static RegressionTree grow(BinnedTable table, int[] used, double[] left, int[] rows, double rate) {
        return new TreeGrowth(table, used, left, rows).grow(rate);
    }

    private RegressionTree grow(double rate) {
        Leaf root = new Leaf(0, order.length, used.length * BinnedTable.BINS);
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
        double[] sums = leaf.sums;
        for (int k = leaf.from; k < leaf.to; k++) {
            int row = order[k];
            double value = left[row];
            leaf.total += value;
            int base = row * features;
            for (int u = 0; u < used.length; u++) {
                int at = 2 * (u * BinnedTable.BINS + table.bin[base + used[u]]);
                sums[at] += value;
                sums[at + 1]++;
            }
        }
    }

    private @Nullable Split best(Leaf leaf) {
        int rows = leaf.to - leaf.from;
        if (rows < 2 * LEAST_ROWS) {
            return null;
        }
        Split best = null;
        double before = gain(leaf.total, rows);
        for (int u = 0; u < used.length; u++) {
            int offset = 2 * u * BinnedTable.BINS;
            int last = table.bins(used[u]) - 1;
            for (int unknown = leaf.sums[offset + 1] > 0 ? 0 : 1; unknown < 2; unknown++) {
                boolean unknownLeft = unknown == 0;
                double sum = unknownLeft ? leaf.sums[offset] : 0;
                double count = unknownLeft ? leaf.sums[offset + 1] : 0;
                for (int bin = 1; bin < last; bin++) {
                    sum += leaf.sums[offset + 2 * bin];
                    count += leaf.sums[offset + 2 * bin + 1];
                    if (count < LEAST_ROWS || rows - count < LEAST_ROWS) {
                        continue;
                    }
                    double gain = gain(sum, count) + gain(leaf.total - sum, rows - count) - before;
                    if (gain > 1e-12 && (best == null || gain > best.gain())) {
                        best = new Split(u, bin, unknownLeft, gain);
                    }
                }
            }
        }
        return best;
    }

    private static double gain(double sum, double count) {
        return sum * sum / (count + RIDGE);
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
        Leaf first = new Leaf(parent.from, middle, parent.sums.length / 2);
        Leaf second = new Leaf(middle, parent.to, parent.sums.length / 2);
        Leaf small = middle - parent.from <= parent.to - middle ? first : second;
        Leaf large = small == first ? second : first;
        addUp(small);
        large.total = parent.total - small.total;
        for (int k = 0; k < parent.sums.length; k++) {
            large.sums[k] = parent.sums[k] - small.sums[k];
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
            value[k] = rate * leaf.total / (leaf.to - leaf.from + RIDGE);
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
