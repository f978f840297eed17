package org.eyrie.program.run;

/**
 * A matrix of low rank near another, by a randomised range finder with one power iteration (Halko, Martinsson, Tropp 2011,
 * algorithm 4.4): four passes, and memory for rank + 8 columns of each side.
 */
final class LowRank implements TermWork {

    private static final int OVERSAMPLED = 8;

    private final int rank;
    private final int width;
    private final double[][][] rows;
    private final double[][][] columns;

    LowRank(int tensors, long rows, long columns, int rank, Chance chance) {
        this.rank = (int) Math.min(rank, Math.min(rows, columns));
        this.width = (int) Math.min(rank + OVERSAMPLED, Math.min(rows, columns));
        this.rows = new double[tensors][(int) rows][width];
        this.columns = new double[tensors][(int) columns][width];
        for (int t = 0; t < tensors; t++) {
            for (int c = 0; c < columns; c++) {
                for (int j = 0; j < width; j++) {
                    this.columns[t][c][j] = chance.normal(t, (long) c * width + j);
                }
            }
        }
    }

    @Override
    public void absorb(int pass, Piece piece, Operands in) {
        boolean toRows = pass % 2 == 0;
        for (int t = 0; t < rows.length; t++) {
            float[] values = in.piece(0, t);
            for (int k = 0; k < piece.count(); k++) {
                double[] row = rows[t][piece.row(k)];
                double[] column = columns[t][piece.column(k)];
                double[] to = toRows ? row : column;
                double[] from = toRows ? column : row;
                for (int j = 0; j < width; j++) {
                    to[j] += values[k] * from[j];
                }
            }
        }
    }

    @Override
    public void end(int pass, Operands in) {
        for (int t = 0; t < rows.length; t++) {
            switch (pass) {
                case 0 -> {
                    SmallMatrices.orthonormalise(rows[t]);
                    SmallMatrices.clear(columns[t]);
                }
                case 1 -> {
                    SmallMatrices.orthonormalise(columns[t]);
                    SmallMatrices.clear(rows[t]);
                }
                case 2 -> {
                    SmallMatrices.orthonormalise(rows[t]);
                    SmallMatrices.clear(columns[t]);
                }
                default -> rotate(t);
            }
        }
    }

    /** Turns both sides so that the first columns hold the most. */
    private void rotate(int t) {
        double[][] vectors = SmallMatrices.eigenvectors(SmallMatrices.gram(columns[t]));
        SmallMatrices.multiply(columns[t], vectors);
        SmallMatrices.multiply(rows[t], vectors);
    }

    @Override
    public void fill(Piece piece, Operands in, float[][] out) {
        for (int t = 0; t < rows.length; t++) {
            for (int k = 0; k < piece.count(); k++) {
                double[] row = rows[t][piece.row(k)];
                double[] column = columns[t][piece.column(k)];
                double sum = 0;
                for (int j = 0; j < rank; j++) {
                    sum += row[j] * column[j];
                }
                out[t][k] = (float) sum;
            }
        }
    }
}
