package org.eyrie.lrmf.linalg;

import java.util.Arrays;
import java.util.Optional;
import org.eyrie.lrmf.math.TicketRun;
import org.eyrie.task.Progress;

/**
 * A = L Lᵀ of a sparse symmetric block matrix, left-looking: a column gathers from the columns before it and writes
 * nothing but itself.
 *
 * <p>Where the symbolic factor has a boundary, only the free nodes are eliminated and the boundary's blocks become the
 * Schur complement: what the free nodes have to say about the boundary.
 *
 * <p>Factorising takes O(p d³) time for p block products, see {@link SymbolicCholesky#products}, and O((n + b) d²) memory
 * for n nodes and b blocks below the diagonal; a solution takes O((n + b) d²) time. On a tree p and b are below n.
 */
public final class BlockCholesky {

    final SymbolicCholesky symbolic;
    final int d;
    final double[] diagonal;
    final double[] lower;
    private final double logDeterminant;

    private BlockCholesky(BlockMatrix matrix, double logDeterminant) {
        this.symbolic = matrix.symbolic;
        this.d = matrix.d;
        this.diagonal = matrix.diagonal;
        this.lower = matrix.lower;
        this.logDeterminant = logDeterminant;
    }

    BlockCholesky(SymbolicCholesky symbolic, int d, double[] diagonal, double[] lower) {
        this.symbolic = symbolic;
        this.d = d;
        this.diagonal = diagonal;
        this.lower = lower;
        double sum = 0;
        for (int c = 0; c < symbolic.free; c++) {
            for (int i = 0; i < d; i++) {
                sum += 2 * Math.log(diagonal[(c * d + i) * d + i]);
            }
        }
        this.logDeterminant = sum;
    }

    /**
     * Factorises in place: the matrix's numbers become the factor's. The blocks that a boundary's nodes have among
     * themselves stay as they are.
     *
     * @return empty where the matrix is not positive definite; its numbers are then worthless
     */
    public static Optional<BlockCholesky> factor(BlockMatrix matrix) {
        return factor(matrix, Progress.NONE);
    }

    /**
     * The same.
     *
     * @param progress asked now and then; ends the work where it was cancelled, the matrix then being worthless
     */
    public static Optional<BlockCholesky> factor(BlockMatrix matrix, Progress progress) {
        return factor(matrix, matrix.symbolic.free, progress);
    }

    /**
     * The same, the boundary's blocks being left with the Schur complement of the nodes eliminated.
     *
     * @param progress asked now and then; ends the work where it was cancelled, the matrix then being worthless
     */
    public static Optional<BlockCholesky> factorAndReduce(BlockMatrix matrix, Progress progress) {
        return factor(matrix, matrix.symbolic.nodes, progress);
    }

    private static Optional<BlockCholesky> factor(BlockMatrix matrix, int columns, Progress progress) {
        SymbolicCholesky symbolic = matrix.symbolic;
        double[] logDeterminant = new double[columns];
        boolean definite = SharedWork.pool(symbolic.products()).run(columns, progress, run -> {
            int[] slot = new int[symbolic.nodes];
            return c -> {
                gather(matrix, c, slot, run);
                logDeterminant[c] = c < symbolic.free ? close(matrix, c) : 0;
                return !Double.isNaN(logDeterminant[c]);
            };
        });
        return definite ? Optional.of(new BlockCholesky(matrix, sum(logDeterminant))) : Optional.empty();
    }

    /**
     * Factorises in place a matrix that differs from one whose factor is known in the diagonal blocks of some nodes only.
     * What is not above them in the elimination tree is taken over.
     *
     * @return empty where the matrix is not positive definite; its numbers are then worthless
     */
    public static Optional<BlockCholesky> refactor(BlockMatrix matrix, BlockCholesky known, int[] changed) {
        SymbolicCholesky s = matrix.symbolic;
        if (known.symbolic != s || known.d != matrix.d) {
            throw new IllegalArgumentException("The factor is of another pattern");
        }
        boolean[] isAbove = new boolean[s.nodes];
        for (int node : changed) {
            isAbove[s.position[node]] = true;
        }
        int size = matrix.d * matrix.d;
        int[] slot = new int[s.nodes];
        TicketRun alone = TicketRun.alone();
        for (int c = 0; c < s.free; c++) {
            int start = s.columnStart[c];
            int end = s.columnStart[c + 1];
            if (isAbove[c]) {
                gather(matrix, c, slot, alone);
                if (Double.isNaN(close(matrix, c))) {
                    return Optional.empty();
                }
                if (start < end) {
                    isAbove[s.row[start]] = true;
                }
            } else {
                System.arraycopy(known.diagonal, c * size, matrix.diagonal, c * size, size);
                System.arraycopy(known.lower, start * size, matrix.lower, start * size, (end - start) * size);
            }
        }
        return Optional.of(new BlockCholesky(s, matrix.d, matrix.diagonal, matrix.lower));
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Subtracts what the columns eliminated earlier owe to column c. */
    private static void gather(BlockMatrix matrix, int c, int[] slot, TicketRun run) {
        SymbolicCholesky s = matrix.symbolic;
        int d = matrix.d;
        int size = d * d;
        double[] lower = matrix.lower;
        for (int e = s.columnStart[c]; e < s.columnStart[c + 1]; e++) {
            slot[s.row[e]] = e;
        }
        for (int r = s.rowStart[c]; r < s.rowStart[c + 1]; r++) {
            int pivot = s.entryOfRow[r];
            int from = s.columnOfEntry[pivot];
            if (from >= s.free) {
                break;
            }
            run.await(from);
            BlockProducts.subtractTimesTransposed(
                    matrix.diagonal, c * size, lower, pivot * size, lower, pivot * size, d);
            for (int e = pivot + 1; e < s.columnStart[from + 1]; e++) {
                BlockProducts.subtractTimesTransposed(
                        lower, slot[s.row[e]] * size, lower, e * size, lower, pivot * size, d);
            }
        }
    }

    private static double close(BlockMatrix matrix, int c) {
        SymbolicCholesky s = matrix.symbolic;
        int d = matrix.d;
        int size = d * d;
        double logDeterminant = BlockKernels.cholesky(matrix.diagonal, c * size, d);
        for (int e = s.columnStart[c]; e < s.columnStart[c + 1]; e++) {
            BlockKernels.divideByTransposedLower(matrix.lower, e * size, matrix.diagonal, c * size, d);
        }
        return logDeterminant;
    }

    double[] tail(double[] blocks, int inner) {
        return Arrays.copyOfRange(blocks, inner * d * d, blocks.length);
    }

    double[] tailOfLower(int inner) {
        return Arrays.copyOfRange(lower, symbolic.columnStart[inner] * d * d, lower.length);
    }

    /** Number of blocks, those on the diagonal among them. */
    public int blocks() {
        return symbolic.nodes + symbolic.blocks();
    }

    /** Block products that it took. */
    public long products() {
        return symbolic.products();
    }

    /** Number of block rows. */
    public int nodes() {
        return symbolic.nodes;
    }

    /** Logarithm of the determinant of the eliminated part, given the boundary. */
    public double logDeterminant() {
        return logDeterminant;
    }

    /**
     * Replaces x, d numbers per node in the nodes' own order, by the solution of A x = b.
     *
     * <p>With a boundary, its entries of x are given: they hold the boundary's values and stay.
     */
    public void solve(double[] x) {
        double[] y = permuted(x);
        forward(y);
        backward(y);
        for (int p = 0; p < symbolic.nodes; p++) {
            System.arraycopy(y, p * d, x, symbolic.order[p] * d, d);
        }
    }

    /**
     * Eliminates the free nodes from a right-hand side: the boundary's entries become what the free nodes add to the
     * boundary's own right-hand side.
     *
     * @param b d numbers per node, in the nodes' order
     */
    public void reduce(double[] b) {
        double[] y = permuted(b);
        int size = d * d;
        for (int c = 0; c < symbolic.free; c++) {
            BlockKernels.solveLower(diagonal, c * size, y, c * d, d);
            for (int e = symbolic.columnStart[c]; e < symbolic.columnStart[c + 1]; e++) {
                BlockKernels.subtractApplied(y, symbolic.row[e] * d, lower, e * size, y, c * d, d);
            }
        }
        for (int p = symbolic.free; p < symbolic.nodes; p++) {
            System.arraycopy(y, p * d, b, symbolic.order[p] * d, d);
        }
    }

    private double[] permuted(double[] x) {
        if (x.length != symbolic.nodes * d) {
            throw new IllegalArgumentException(
                    "A vector of " + x.length + " numbers does not fit " + symbolic.nodes + " blocks of " + d);
        }
        double[] y = new double[x.length];
        for (int p = 0; p < symbolic.nodes; p++) {
            System.arraycopy(x, symbolic.order[p] * d, y, p * d, d);
        }
        return y;
    }

    private void forward(double[] y) {
        int size = d * d;
        for (int c = 0; c < symbolic.free; c++) {
            BlockKernels.solveLower(diagonal, c * size, y, c * d, d);
            for (int e = symbolic.columnStart[c]; e < symbolic.columnStart[c + 1]; e++) {
                if (symbolic.row[e] < symbolic.free) {
                    BlockKernels.subtractApplied(y, symbolic.row[e] * d, lower, e * size, y, c * d, d);
                }
            }
        }
    }

    private void backward(double[] y) {
        int size = d * d;
        for (int c = symbolic.free - 1; c >= 0; c--) {
            for (int e = symbolic.columnStart[c]; e < symbolic.columnStart[c + 1]; e++) {
                BlockKernels.subtractTransposedApplied(y, c * d, lower, e * size, y, symbolic.row[e] * d, d);
            }
            BlockKernels.solveTransposedLower(diagonal, c * size, y, c * d, d);
        }
    }
}
