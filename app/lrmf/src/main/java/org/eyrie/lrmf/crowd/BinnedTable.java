package org.eyrie.lrmf.crowd;

import java.util.Arrays;

/** Rows of features, each feature in bins of about as many rows each. The first bin is for what is unknown. */
final class BinnedTable {

    /** Bins a feature, the one for unknown values included. */
    static final int BINS = 64;

    final int rows;
    final int features;
    /** Row by row. */
    final byte[] bin;
    /** Per feature, the largest value of each bin after the first but the last, rising. */
    private final double[][] edge;

    private BinnedTable(int rows, double[][] edge) {
        this.rows = rows;
        this.features = edge.length;
        this.bin = new byte[rows * features];
        this.edge = edge;
    }

    static BinnedTable of(double[][] row) {
        int features = row[0].length;
        double[][] edge = new double[features][];
        for (int f = 0; f < features; f++) {
            int feature = f;
            edge[f] = edges(Arrays.stream(row)
                    .mapToDouble(values -> values[feature])
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray());
        }
        BinnedTable table = new BinnedTable(row.length, edge);
        for (int r = 0; r < row.length; r++) {
            for (int f = 0; f < features; f++) {
                table.bin[r * features + f] = (byte) binOf(edge[f], row[r][f]);
            }
        }
        return table;
    }

    private static double[] edges(double[] sorted) {
        double[] found = new double[BINS - 2];
        int count = 0;
        for (int k = 1; k <= found.length && sorted.length > 0; k++) {
            double value = sorted[(int) ((long) k * sorted.length / (found.length + 1))];
            // the largest value itself needs no edge above it
            if (value < sorted[sorted.length - 1] && (count == 0 || value > found[count - 1])) {
                found[count++] = value;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static int binOf(double[] edge, double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        int at = Arrays.binarySearch(edge, value);
        return 1 + (at >= 0 ? at : -at - 1);
    }

    /** Number of bins of a feature, the first included. */
    int bins(int feature) {
        return edge[feature].length + 2;
    }

    /** The largest value of a bin that is neither the first nor the last. */
    double upper(int feature, int ofBin) {
        return edge[feature][ofBin - 1];
    }
}
