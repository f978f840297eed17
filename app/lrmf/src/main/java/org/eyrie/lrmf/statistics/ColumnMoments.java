package org.eyrie.lrmf.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.math.DoubleBytes;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.ObservedCells;

/**
 * What measured cells say of their columns, per column and summed over models. With w a cell's weight against one of the
 * column's usual trials, y its logit, m and V the posterior mean and covariance of its model's numbers: Σ w ([m; 1][m; 1]ᵀ
 * + V) (V bordered by zeros), Σ w y [m; 1], Σ w y², and the number of cells. Loadings, intercept and noise follow from
 * these by algebra, and those of all models are the sum of any parts'.
 */
final class ColumnMoments {

    /** More columns than this are taken for foreign bytes. */
    private static final int MOST_COLUMNS = 10_000_000;

    private final int n;
    private final double[] gram;
    private final double[] cross;
    private final double[] square;
    private final int[] cells;

    private ColumnMoments(int columns, int n) {
        this(n, new double[columns * n * n], new double[columns * n], new double[columns]);
    }

    private ColumnMoments(int n, double[] gram, double[] cross, double[] square) {
        this.n = n;
        this.gram = gram;
        this.cross = cross;
        this.square = square;
        this.cells = new int[square.length];
    }

    static ColumnMoments of(FieldPosterior posterior, ObservedCells observed, ColumnParameters columns) {
        int d = columns.d();
        ColumnMoments sums = new ColumnMoments(columns.count(), d + 1);
        double[] block = new double[d * d];
        for (int u = 0; u < observed.models(); u++) {
            if (observed.count(u) == 0) {
                continue;
            }
            posterior.covariance().read(u, u, block, 0);
            for (int k = observed.start[u]; k < observed.start[u + 1]; k++) {
                int i = observed.column[k];
                double weight = columns.weight(i, observed.trials[k]);
                sums.add(i, weight, observed.logit[k], posterior.mean(), u * d, block);
            }
        }
        return sums;
    }

    private void add(int column, double weight, double logit, double[] mean, int from, double[] block) {
        int d = n - 1;
        int row = column * n * n;
        for (int r = 0; r < n; r++) {
            double left = weight * (r < d ? mean[from + r] : 1);
            cross[column * n + r] += left * logit;
            for (int c = 0; c < n; c++) {
                double spread = r < d && c < d ? weight * block[r * d + c] : 0;
                gram[row + r * n + c] += left * (c < d ? mean[from + c] : 1) + spread;
            }
        }
        square[column] += weight * logit * logit;
        cells[column]++;
    }

    ColumnMoments plus(ColumnMoments other) {
        if (other.n != n || other.cells.length != cells.length) {
            throw new IllegalArgumentException("Statistics of " + other.cells.length + " columns and " + (other.n - 1)
                    + " numbers do not add to those of " + cells.length + " and " + (n - 1));
        }
        ColumnMoments both = new ColumnMoments(cells.length, n);
        add(gram, other.gram, both.gram);
        add(cross, other.cross, both.cross);
        add(square, other.square, both.square);
        for (int i = 0; i < cells.length; i++) {
            both.cells[i] = Math.addExact(cells[i], other.cells[i]);
        }
        return both;
    }

    private static void add(double[] a, double[] b, double[] to) {
        for (int i = 0; i < a.length; i++) {
            to[i] = a[i] + b[i];
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(cells.length);
        out.writeInt(n);
        DoubleBytes.write(out, gram);
        DoubleBytes.write(out, cross);
        DoubleBytes.write(out, square);
        for (int count : cells) {
            out.writeInt(count);
        }
    }

    static ColumnMoments read(DataInput in) throws IOException {
        int columns = in.readInt();
        int n = in.readInt();
        if (columns < 0 || columns > MOST_COLUMNS || n < 2 || n > 65) {
            throw new IOException("These are no statistics: " + columns + " columns, " + n + " numbers");
        }
        ColumnMoments sums = new ColumnMoments(
                n,
                DoubleBytes.read(in, columns * n * n),
                DoubleBytes.read(in, columns * n),
                DoubleBytes.read(in, columns));
        for (int i = 0; i < columns; i++) {
            sums.cells[i] = in.readInt();
        }
        return sums;
    }

    int count(int column) {
        return cells[column];
    }

    /** Σ w ([m; 1][m; 1]ᵀ + V) of a column at (r, c). */
    double gram(int column, int r, int c) {
        return gram[(column * n + r) * n + c];
    }

    /** Σ w y [m; 1] of a column at r. */
    double cross(int column, int r) {
        return cross[column * n + r];
    }

    /** Σ w E[(y − x · m − b)²] of a column under given loadings x and intercept b, which may be uncertain. */
    double residual(int column, ColumnParameters given) {
        double sum = square[column] + spread(column, given);
        for (int r = 0; r < n; r++) {
            double left = coefficient(column, r, given);
            sum -= 2 * left * cross(column, r);
            for (int c = 0; c < n; c++) {
                sum += left * gram(column, r, c) * coefficient(column, c, given);
            }
        }
        return sum;
    }

    /** Σ w E[[m; 1]ᵀ C [m; 1]] of a column, C being the covariance of its loadings and intercept. */
    double spread(int column, ColumnParameters given) {
        double sum = 0;
        if (!given.identity()) {
            for (int r = 0; r < n; r++) {
                for (int c = 0; c < n; c++) {
                    sum += given.spread(column, r, c) * gram(column, r, c);
                }
            }
        }
        return sum;
    }

    private double coefficient(int column, int r, ColumnParameters given) {
        return r < n - 1 ? given.loading()[column * (n - 1) + r] : given.intercept()[column];
    }
}
