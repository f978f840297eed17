package org.eyrie.lrmf.linalg;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;

/** A random sparse positive definite block matrix, and the same as a dense one. */
final class RandomBlocks {

    final BlockPattern pattern;
    final DMatrixRMaj dense;
    final int nodes;
    final int d;

    RandomBlocks(long seed, int nodes, int d, int edges) {
        this.nodes = nodes;
        this.d = d;
        Random random = new Random(seed);
        BlockPattern.Builder builder = new BlockPattern.Builder(nodes);
        dense = DMatrixRMaj.wrap(nodes * d, nodes * d, new double[nodes * d * nodes * d]);
        for (int e = 0; e < edges && nodes > 1; e++) {
            int i = random.nextInt(nodes);
            int j = random.nextInt(nodes);
            if (i == j) {
                continue;
            }
            builder.join(i, j);
            addResidual(random, i, j);
        }
        for (int i = 0; i < nodes * d; i++) {
            dense.add(i, i, 0.5);
        }
        pattern = builder.build();
    }

    /** Adds Bᵀ B of a random d x 2d matrix B at nodes i and j. */
    private void addResidual(Random random, int i, int j) {
        for (int row = 0; row < d; row++) {
            double[] b = random.doubles(2L * d, -1, 1).toArray();
            for (int s = 0; s < 2 * d; s++) {
                for (int t = 0; t < 2 * d; t++) {
                    dense.add(at(i, j, s), at(i, j, t), b[s] * b[t]);
                }
            }
        }
    }

    private int at(int i, int j, int s) {
        return s < d ? i * d + s : j * d + s - d;
    }

    BlockMatrix assembled(SymbolicCholesky symbolic) {
        BlockMatrix matrix = new BlockMatrix(symbolic, d);
        for (int i = 0; i < nodes; i++) {
            copy(i, i, matrix.diagonal(), matrix.diagonalOffset(i));
            for (int a = pattern.start[i]; a < pattern.start[i + 1]; a++) {
                int j = pattern.neighbour[a];
                if (matrix.isRow(i, j)) {
                    copy(i, j, matrix.lower(), matrix.lowerOffset(i, j));
                }
            }
        }
        return matrix;
    }

    private void copy(int i, int j, double[] to, int offset) {
        for (int r = 0; r < d; r++) {
            for (int c = 0; c < d; c++) {
                to[offset + r * d + c] = dense.get(i * d + r, j * d + c);
            }
        }
    }

    double[] vector(long seed) {
        return new Random(seed).doubles((long) nodes * d, -1, 1).toArray();
    }

    /** The d x d numbers at block row i and block column j. */
    static double[] blockOf(DMatrixRMaj matrix, int i, int j, int d) {
        double[] block = new double[d * d];
        for (int r = 0; r < d; r++) {
            for (int c = 0; c < d; c++) {
                block[r * d + c] = matrix.get(i * d + r, j * d + c);
            }
        }
        return block;
    }
}
