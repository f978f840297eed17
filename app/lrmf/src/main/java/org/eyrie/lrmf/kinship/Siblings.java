package org.eyrie.lrmf.kinship;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Descriptors of siblings: kernels, each of parts, each of numbers. Siblings are alike in a kernel if they are alike in all of
 * its parts; how much a kernel matters, and each part within it, is learned.
 *
 * <p>Numbers of a part share their unit. A part's unit does not matter, as it is brought to a typical squared distance of one;
 * a number that is the same for all says nothing and does no harm.
 */
public final class Siblings {

    /** How many siblings a unit is read off at most; they are taken evenly. */
    private static final int SAMPLE = 200;

    /** Below this, in proportion to the mean, a median distance is rounding. */
    private static final double NOTHING = 1e-9;

    /** Of so many siblings at most all distances are kept once they were asked for: every task asks for the same ones. */
    private static final int MOST_KEPT = 1_000;

    private final int count;
    private final double[][][] kept;
    private final List<double[][]> parts = new ArrayList<>();
    private final int[] kernelOf;
    private final int kernels;

    /**
     * Of so many siblings.
     *
     * @param kernels the parts of each; rows of a part are siblings, in one order everywhere
     * @throws IllegalArgumentException if there is no part, parts have different numbers of rows, a part rows of different
     *     lengths, or a number is not finite
     */
    public Siblings(List<List<double[][]>> kernels) {
        List<Integer> owners = new ArrayList<>();
        for (int j = 0; j < kernels.size(); j++) {
            for (double[][] part : kernels.get(j)) {
                check(part, parts.isEmpty() ? part.length : parts.get(0).length);
                parts.add(inUnits(part));
                owners.add(j);
            }
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("Siblings need descriptors");
        }
        this.count = parts.get(0).length;
        this.kept = count > MOST_KEPT ? new double[0][][] : new double[count][][];
        this.kernels = kernels.size();
        this.kernelOf = owners.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void check(double[][] part, int rows) {
        if (part.length != rows) {
            throw new IllegalArgumentException("A part describes " + part.length + " siblings, another " + rows);
        }
        for (double[] row : part) {
            if (row.length != part[0].length) {
                throw new IllegalArgumentException(
                        "A sibling has " + row.length + " descriptors, another " + part[0].length);
            }
            for (double value : row) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("A descriptor is " + value);
                }
            }
        }
    }

    /** The median, so that one sibling that is unlike all others does not make these all the same. */
    private static double[][] inUnits(double[][] part) {
        int step = Math.max(1, part.length / SAMPLE);
        int taken = (part.length + step - 1) / step;
        double[] distances = new double[taken * (taken - 1) / 2];
        int at = 0;
        double sum = 0;
        for (int i = 0; i < taken; i++) {
            for (int k = 0; k < i; k++) {
                distances[at] = distance(part[i * step], part[k * step]);
                sum += distances[at++];
            }
        }
        Arrays.sort(distances);
        double mean = sum / Math.max(1, distances.length);
        double median = distances.length == 0 ? 0 : distances[distances.length / 2];
        double unit = Math.sqrt(median > NOTHING * mean ? median : mean);
        double[][] scaled = new double[part.length][];
        for (int i = 0; i < part.length; i++) {
            scaled[i] = part[i].clone();
            for (int k = 0; k < scaled[i].length; k++) {
                scaled[i][k] = unit > 0 ? scaled[i][k] / unit : 0;
            }
        }
        return scaled;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return sum;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    int kernels() {
        return kernels;
    }

    int parts() {
        return kernelOf.length;
    }

    int kernelOf(int part) {
        return kernelOf[part];
    }

    /** How many parts a kernel has. */
    int partsOf(int kernel) {
        return (int) Arrays.stream(kernelOf).filter(owner -> owner == kernel).count();
    }

    /** Of which typical ones are 1. */
    private double distance(int part, int i, int k) {
        double[][] rows = parts.get(part);
        return distance(rows[i], rows[k]);
    }

    /** Squared distances of two siblings in all parts; nobody writes to them. */
    double[] distances(int i, int k) {
        if (kept.length == 0 || i == k) {
            return worked(i, k);
        }
        int larger = Math.max(i, k);
        double[][] row = kept[larger];
        if (row == null) {
            row = new double[larger][];
            kept[larger] = row;
        }
        int smaller = Math.min(i, k);
        if (row[smaller] == null) {
            row[smaller] = worked(larger, smaller);
        }
        return row[smaller];
    }

    private double[] worked(int i, int k) {
        double[] distances = new double[parts()];
        for (int p = 0; p < distances.length; p++) {
            distances[p] = distance(p, i, k);
        }
        return distances;
    }

    /** Distances of one sibling from others, each worked out when it is first asked for: tasks ask for the same ones. */
    Nearness from(int sibling) {
        double[][] known = new double[count][];
        return other -> {
            if (known[other] == null) {
                known[other] = distances(sibling, other);
            }
            return known[other];
        };
    }

    /** Distances in all parts of one sibling from others. */
    @FunctionalInterface
    interface Nearness {
        double[] to(int other);
    }
}
