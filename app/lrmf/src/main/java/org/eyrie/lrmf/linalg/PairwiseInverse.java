package org.eyrie.lrmf.linalg;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of A⁻¹ of any two nodes. Those on the factor's pattern are the {@link SelectedInverse}'s; all others come of the same
 * recursion, Z_jc = − Σ_a Z_ja L_ac L_cc⁻¹ over the rows a of column c, c being eliminated before j, as far as it is
 * needed. A few steps up the elimination tree it meets the pattern.
 *
 * <p>What was computed is kept as long as there is room, since questions about one family have much in common. The digits do
 * not depend on what is kept. Safe for many threads.
 */
public final class PairwiseInverse {

    /** The same of a family of some 700 nodes, and what that takes on the way. */
    private static final long USUAL_BYTES = 128L << 20;

    /** Of an entry of the map, beside its numbers. */
    private static final int ENTRY_BYTES = 80;

    private final BlockCholesky factor;
    private final SymbolicCholesky symbolic;
    private final SelectedInverse selected;
    private final int d;
    private final int size;
    private final int most;
    private final Map<Long, double[]> kept = new ConcurrentHashMap<>();

    private PairwiseInverse(BlockCholesky factor, long bytes) {
        this.factor = factor;
        this.symbolic = factor.symbolic;
        this.selected = SelectedInverse.of(factor);
        this.d = factor.d;
        this.size = d * d;
        this.most = (int) Math.min(Integer.MAX_VALUE, bytes / (ENTRY_BYTES + (long) size * Double.BYTES));
    }

    /**
     * Of a factor without boundary. O(block products of the factor).
     *
     * @throws IllegalArgumentException if it has one
     */
    public static PairwiseInverse of(BlockCholesky factor) {
        return new PairwiseInverse(factor, USUAL_BYTES);
    }

    /** The same with room for so many bytes of blocks that are not on the pattern. */
    static PairwiseInverse of(BlockCholesky factor, long bytes) {
        return new PairwiseInverse(factor, bytes);
    }

    /** The block of two nodes: d x d numbers with i as row, into {@code block}. */
    public void read(int i, int j, double[] block, int offset) {
        if (selected.holds(i, j)) {
            selected.read(i, j, block, offset);
            return;
        }
        int pi = symbolic.position[i];
        int pj = symbolic.position[j];
        double[] found = pair(key(pi, pj));
        if (pi > pj) {
            System.arraycopy(found, 0, block, offset, size);
            return;
        }
        BlockKernels.transpose(found, 0, block, offset, d);
    }

    /** The earlier position, then the later one. */
    private long key(int p, int q) {
        return (long) Math.min(p, q) * symbolic.nodes + Math.max(p, q);
    }

    private double[] pair(long wanted) {
        double[] known = kept.get(wanted);
        if (known != null) {
            return known;
        }
        Map<Long, double[]> found = new HashMap<>();
        Deque<Long> open = new ArrayDeque<>();
        open.push(wanted);
        while (!open.isEmpty()) {
            long next = open.peek();
            if (found.containsKey(next) || isReady(next, found, open)) {
                open.pop();
            }
        }
        if (kept.size() + found.size() > most) {
            kept.clear();
        }
        if (found.size() <= most) {
            kept.putAll(found);
        }
        double[] result = found.get(wanted);
        if (result == null) {
            throw new IllegalStateException("The pair " + wanted + " was lost");
        }
        return result;
    }

    /** Computes a pair if all that it follows from is there, else asks for that. */
    private boolean isReady(long pair, Map<Long, double[]> found, Deque<Long> open) {
        int c = (int) (pair / symbolic.nodes);
        int j = (int) (pair % symbolic.nodes);
        int missing = open.size();
        for (int e = symbolic.columnStart[c]; e < symbolic.columnStart[c + 1]; e++) {
            int a = symbolic.row[e];
            if (a != j && symbolic.entry(Math.max(a, j), Math.min(a, j)) < 0) {
                long above = key(a, j);
                if (known(above, found) == null) {
                    open.push(above);
                }
            }
        }
        if (open.size() > missing) {
            return false;
        }
        found.put(pair, computed(c, j, found));
        return true;
    }

    private double @Nullable [] known(long pair, Map<Long, double[]> found) {
        double[] own = found.get(pair);
        if (own != null) {
            return own;
        }
        double[] others = kept.get(pair);
        if (others != null) {
            found.put(pair, others); // it must not be dropped before it is used
        }
        return others;
    }

    /** Row j, column c. */
    private double[] computed(int c, int j, Map<Long, double[]> found) {
        double[] sum = new double[size];
        for (int e = symbolic.columnStart[c]; e < symbolic.columnStart[c + 1]; e++) {
            int a = symbolic.row[e];
            if (a == j) {
                BlockProducts.addTimes(sum, 0, selected.diagonal(), j * size, factor.lower, e * size, d);
                continue;
            }
            int entry = symbolic.entry(Math.max(a, j), Math.min(a, j));
            double[] from = entry >= 0 ? selected.lower() : found.get(key(a, j));
            if (from == null) {
                throw new IllegalStateException("The pair of " + a + " and " + j + " was lost");
            }
            int at = entry >= 0 ? entry * size : 0;
            if (a < j) {
                BlockProducts.addTimes(sum, 0, from, at, factor.lower, e * size, d);
            } else {
                BlockProducts.addTransposedTimes(sum, 0, from, at, factor.lower, e * size, d);
            }
        }
        double[] root = new double[size];
        BlockKernels.invertLower(factor.diagonal, c * size, root, 0, d);
        double[] result = new double[size];
        BlockProducts.subtractTimes(result, 0, sum, 0, root, 0, d);
        return result;
    }
}
