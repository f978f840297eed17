package org.eyrie.lrmf.items;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.eyrie.lrmf.linalg.Symmetric;

/**
 * How far relatives' items tell of a model's own, beyond what the field tells of both. Skills and single items are each
 * normal around what is expected, with a correlation or covariance per kinship ({@link Kinships}); given what the
 * relatives showed, the model's are expected elsewhere (kriging: the best linear prediction). A quantised copy answers the very
 * items its parent answers, a fine-tune many of them.
 *
 * @param expected mean of all remainders' skills, d numbers
 * @param skills correlation of skills per kinship, 0 to 1
 * @param items covariance of an item's logit per benchmark and kinship, not negative
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
record Inheritance(double[] expected, double[] skills, double[][] items) {

    /** Correlations of pairs need not fit together; no combination of relatives may seem surer than this. */
    private static final double LEAST = 0.05;

    /** A model's own variance, in terms of the largest covariance with a relative. */
    private static final double OWN = 1.5;

    private static final double SMALLEST_WEIGHT = 1e-4;

    /** Nothing is passed on. */
    static Inheritance none(int rank, int benchmarks, int kinships) {
        return new Inheritance(new double[rank], new double[kinships], new double[benchmarks][kinships]);
    }

    /** Whether a kinship tells anything. */
    boolean tells(int kinship) {
        return skills[kinship] > 0 || Arrays.stream(items).anyMatch(each -> each[kinship] > 0);
    }

    /**
     * What relatives say of a model.
     *
     * @param shift added to its skills, d numbers
     * @param offset added to the logit of every item, m numbers
     */
    @SuppressWarnings("ArrayRecordComponent") // read at once
    record Word(double[] shift, double[] offset) {}

    /**
     * What relatives say.
     *
     * @param relative what their own items told
     * @param toModel kinship of each to the model
     * @param between kinship of each to each
     */
    Word word(ItemResidual[] relative, int[] toModel, int[][] between, ItemBlocks blocks) {
        int d = expected.length;
        double[] shift = new double[d];
        double[] offset = new double[blocks.columns()];
        int count = relative.length;
        if (count == 0) {
            return new Word(shift, offset);
        }
        double[] with = covariances(skills, toModel);
        double[] gain = new double[count];
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(count);
        set(solver, Symmetric.floored(matrix(skills, 1, between), count, LEAST));
        solver.solve(DMatrixRMaj.wrap(count, 1, with), DMatrixRMaj.wrap(count, 1, gain));
        for (int v = 0; v < count; v++) {
            for (int k = 0; k < d; k++) {
                shift[k] += gain[v] * (relative[v].skills()[k] - expected[k]);
            }
        }
        for (int b = 0; b < blocks.benchmarks(); b++) {
            double[] own = covariances(items[b], toModel);
            double most = Arrays.stream(items[b]).max().orElse(0);
            if (Arrays.stream(own).max().orElse(0) > 0) {
                double[] joint = Symmetric.floored(matrix(items[b], OWN * most, between), count, 0);
                offsets(relative, own, joint, blocks.start()[b], blocks.start()[b + 1], offset);
            }
        }
        return new Word(shift, offset);
    }

    /** Item by item: the covariance with the model, times (joint covariance + noise)⁻¹, times working residuals. */
    private static void offsets(
            ItemResidual[] relative, double[] own, double[] joint, int from, int to, double[] offset) {
        int count = relative.length;
        double[] root = new double[count];
        double[] right = new double[count];
        double[] system = new double[count * count];
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(count);
        for (int i = from; i < to; i++) {
            for (int v = 0; v < count; v++) {
                boolean seen = relative[v].seen(i);
                root[v] = seen ? Math.sqrt(Math.max(SMALLEST_WEIGHT, relative[v].weight(i))) : 0;
                right[v] = seen ? relative[v].surprise(i) / root[v] : 0;
            }
            for (int v = 0; v < count; v++) {
                for (int w = 0; w < count; w++) {
                    system[v * count + w] = root[v] * joint[v * count + w] * root[w] + (v == w ? 1 : 0);
                }
            }
            set(solver, system);
            solver.solve(DMatrixRMaj.wrap(count, 1, right), DMatrixRMaj.wrap(count, 1, right));
            for (int v = 0; v < count; v++) {
                offset[i] += own[v] * root[v] * right[v];
            }
        }
    }

    /** The solver may work in the matrix itself. */
    private static void set(LinearSolverDense<DMatrixRMaj> solver, double[] matrix) {
        int n = (int) Math.round(Math.sqrt(matrix.length));
        if (!solver.setA(DMatrixRMaj.wrap(n, n, matrix))) {
            throw new ArithmeticException("What relatives have in common is not positive definite");
        }
    }

    private static double[] covariances(double[] perKinship, int[] kinship) {
        return Arrays.stream(kinship)
                .mapToDouble(each -> each == Kinships.NONE ? 0 : perKinship[each])
                .toArray();
    }

    private static double[] matrix(double[] perKinship, double own, int[][] between) {
        int n = between.length;
        double[] matrix = new double[n * n];
        for (int v = 0; v < n; v++) {
            System.arraycopy(covariances(perKinship, between[v]), 0, matrix, v * n, n);
            matrix[v * (n + 1)] = own;
        }
        return matrix;
    }
}
