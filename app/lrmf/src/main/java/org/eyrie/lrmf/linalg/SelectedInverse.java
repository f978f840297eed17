package org.eyrie.lrmf.linalg;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of A⁻¹ that lie on the pattern of the factor, by the recursion of Takahashi, Fagan and Chen (1973): a
 * column of the inverse needs only those after it, and of them only what the factor's pattern holds.
 *
 * <p>With a boundary, its covariance is given and carried inwards, so that the free nodes' blocks are those of the
 * joint posterior and not of the posterior given the boundary.
 *
 * <p>Takes about twice as long as the factor did, O(p d³) for its p block products, and as much memory, O((n + b) d²) for n
 * nodes and b blocks below the diagonal. The whole inverse would take O(n² d²). A block that is read needs the columns on the
 * way from its node to the root of the elimination tree only; others are left until they are needed. Safe for use by
 * several threads.
 */
public final class SelectedInverse {

    /** Covariance of boundary nodes i and j, into d x d numbers of {@code block} from {@code offset} on, i its row. */
    @FunctionalInterface
    public interface BoundaryCovariance {
        void read(int i, int j, double[] block, int offset);
    }

    private final BlockCholesky factor;
    private final SymbolicCholesky symbolic;
    private final int d;
    private final int size;
    private final double[] diagonal;
    private final double[] lower;
    private final BitSet known = new BitSet();
    private final BoundaryBlocks boundary;
    private final boolean isInPlace;
    private volatile boolean complete;
    /** As large as there are nodes, so that not every read makes its own. */
    private @Nullable Workspace ofReads;

    private SelectedInverse(BlockCholesky factor, BoundaryCovariance boundary, boolean isInPlace) {
        this.isInPlace = isInPlace;
        this.factor = factor;
        symbolic = factor.symbolic;
        d = factor.d;
        size = d * d;
        diagonal = isInPlace ? factor.diagonal : new double[factor.diagonal.length];
        lower = isInPlace ? factor.lower : new double[factor.lower.length];
        this.boundary = new BoundaryBlocks(symbolic, boundary, size, diagonal, lower);
    }

    /** Of a factor without boundary. */
    public static SelectedInverse of(BlockCholesky factor) {
        requireWhole(factor);
        return of(factor, (i, j, block, offset) -> {});
    }

    /** Of a factor whose boundary has that covariance. */
    public static SelectedInverse of(BlockCholesky factor, BoundaryCovariance boundary) {
        SelectedInverse inverse = asRead(factor, boundary);
        inverse.complete(Progress.NONE);
        return inverse;
    }

    /** The same, of which a block is worked out, and asked of the boundary, when it is read first or needed for one that is. */
    public static SelectedInverse asRead(BlockCholesky factor, BoundaryCovariance boundary) {
        return new SelectedInverse(factor, boundary, false);
    }

    /**
     * All of it in the memory of a factor without boundary, which is worthless afterwards.
     *
     * @param progress asked now and then; ends the work where it was cancelled
     */
    public static SelectedInverse replacing(BlockCholesky factor, Progress progress) {
        requireWhole(factor);
        SelectedInverse inverse = new SelectedInverse(factor, (i, j, block, offset) -> {}, true);
        inverse.complete(progress);
        return inverse;
    }

    private static void requireWhole(BlockCholesky factor) {
        if (factor.symbolic.free < factor.symbolic.nodes) {
            throw new IllegalArgumentException("The covariance of the boundary is missing");
        }
    }

    /**
     * Works out what nobody read yet.
     *
     * @param progress asked now and then; ends the work where it was cancelled
     */
    public synchronized void complete(Progress progress) {
        if (complete) {
            return;
        }
        SymbolicCholesky s = symbolic;
        boundary.readAll();
        BitSet before = (BitSet) known.clone();
        SharedWork.pool(2 * s.products()).run(s.free, progress, run -> {
            Workspace workspace = new Workspace(size, s.nodes);
            return ticket -> {
                int c = s.free - 1 - ticket;
                int parent = symbolic.parent(c);
                if (parent < s.free) {
                    run.await(s.free - 1 - parent); // and with it all that the parent needed, which is the rest
                }
                if (!before.get(c)) {
                    column(c, workspace);
                }
                return true;
            };
        });
        known.set(0, s.free);
        ofReads = null;
        complete = true;
    }

    /** Works out the column at a position, and those that it needs; of a boundary's, one entry, or its node where that is below 0. */
    private synchronized void workOut(int position, int entry) {
        if (position >= symbolic.free) {
            boundary.read(position, entry);
            return;
        }
        IntStream.Builder missing = IntStream.builder();
        for (int c = position; c < symbolic.free && !known.get(c); c = symbolic.parent(c)) {
            missing.add(c);
        }
        int[] path = missing.build().toArray();
        Workspace workspace = ofReads == null ? new Workspace(size, symbolic.nodes) : ofReads;
        ofReads = workspace;
        for (int k = path.length - 1; k >= 0; k--) {
            column(path[k], workspace);
            known.set(path[k]);
        }
    }

    /** What one thread needs. */
    private static final class Workspace {

        private final int size;
        private final double[] root;
        private double[] product = new double[0];
        /** Of each row of the column at hand, its place; others have an older one or none. */
        private final int[] place;

        Workspace(int size, int nodes) {
            this.size = size;
            this.root = new double[size];
            this.place = new int[nodes];
        }

        double[] product(int count) {
            if (product.length < count * size) {
                product = new double[count * size * 2];
            }
            return product;
        }
    }

    private void column(int c, Workspace workspace) {
        int start = symbolic.columnStart[c];
        int end = symbolic.columnStart[c + 1];
        double[] u = workspace.product(end - start);
        double[] root = workspace.root;
        BlockKernels.invertLower(factor.diagonal, c * size, root, 0, d);
        Arrays.fill(u, 0, (end - start) * size, 0);
        for (int e = start; e < end; e++) { // u = -L_ec D⁻¹
            BlockProducts.subtractTimes(u, (e - start) * size, factor.lower, e * size, root, 0, d);
        }
        if (isInPlace) {
            Arrays.fill(lower, start * size, end * size, 0);
        }
        for (int e = start; e < end; e++) {
            workspace.place[symbolic.row[e]] = e;
        }
        boundary.readAmong(start, end, workspace.place);
        for (int b = start; b < end; b++) {
            multiplyRow(start, end, b, u, workspace.place);
        }
        int own = c * size;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double sum = 0;
                for (int t = Math.max(i, j); t < d; t++) {
                    sum += root[t * d + i] * root[t * d + j];
                }
                diagonal[own + i * d + j] = sum;
            }
        }
        // Z_cc = D⁻ᵀD⁻¹ + Uᵀ Z U with U = -u; the sign of u turns the subtraction into the sum.
        for (int e = start; e < end; e++) {
            BlockProducts.addTransposedTimes(diagonal, own, u, (e - start) * size, lower, e * size, d);
        }
        symmetrise(diagonal, own);
    }

    /** Z_bc = sum over the column's rows a of Z_ba u_a, and by symmetry Z_ac gets Z_ab u_b. */
    private void multiplyRow(int start, int end, int b, double[] u, int[] place) {
        int[] row = symbolic.row;
        int column = row[b];
        BlockProducts.addTimes(lower, b * size, diagonal, column * size, u, (b - start) * size, d);
        int missing = end - b - 1;
        for (int walk = symbolic.columnStart[column]; missing > 0; walk++) {
            if (symbolic.isAfter(place, walk, b, end)) {
                int a = place[row[walk]];
                BlockProducts.addTimes(lower, a * size, lower, walk * size, u, (b - start) * size, d);
                BlockProducts.addTransposedTimes(lower, b * size, lower, walk * size, u, (a - start) * size, d);
                missing--;
            }
        }
    }

    private void symmetrise(double[] a, int ao) {
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (a[ao + i * d + j] + a[ao + j * d + i]);
                a[ao + i * d + j] = mean;
                a[ao + j * d + i] = mean;
            }
        }
    }

    /** Whether the covariance of two nodes is on the pattern. */
    public boolean holds(int i, int j) {
        int pi = symbolic.position[i];
        int pj = symbolic.position[j];
        return pi == pj || symbolic.entry(Math.max(pi, pj), Math.min(pi, pj)) >= 0;
    }

    /** The block of two nodes that are one, or joined by the pattern: d x d numbers with i as row, into {@code block}. */
    public void read(int i, int j, double[] block, int offset) {
        int pi = symbolic.position[i];
        int pj = symbolic.position[j];
        int entry = pi == pj ? -1 : symbolic.entry(Math.max(pi, pj), Math.min(pi, pj));
        if (pi != pj && entry < 0) {
            throw new IllegalArgumentException("The pattern does not join the nodes " + i + " and " + j);
        }
        if (!complete) {
            workOut(Math.min(pi, pj), entry);
        }
        if (pi == pj) {
            System.arraycopy(diagonal, pi * size, block, offset, size);
            return;
        }
        if (pi > pj) {
            System.arraycopy(lower, entry * size, block, offset, size);
            return;
        }
        BlockKernels.transpose(lower, entry * size, block, offset, d);
    }

    /** Diagonal blocks at {@link BlockMatrix#diagonalOffset}. */
    public double[] diagonal() {
        if (!complete) {
            complete(Progress.NONE);
        }
        return diagonal;
    }

    /** Blocks below the diagonal at {@link BlockMatrix#lowerOffset}. */
    public double[] lower() {
        if (!complete) {
            complete(Progress.NONE);
        }
        return lower;
    }
}
