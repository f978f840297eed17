package org.eyrie.lrmf.trial.predictor;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** Small ridge regressions, one after the other in the same workspace. */
final class RidgeSolver {

    private final int size;
    private final DMatrixRMaj gram;
    private final DMatrixRMaj right;
    private final DMatrixRMaj solution;
    private final DMatrixRMaj inverse;
    private final LinearSolverDense<DMatrixRMaj> solver;
    private boolean solved;

    RidgeSolver(int size) {
        this.size = size;
        this.gram = new DMatrixRMaj(size, size);
        this.right = new DMatrixRMaj(size, 1);
        this.solution = new DMatrixRMaj(size, 1);
        this.inverse = new DMatrixRMaj(size, size);
        this.solver = LinearSolverFactory_DDRM.chol(size);
    }

    /** Starts a new regression with a penalty, positive, on all coefficients. */
    void begin(double penalty) {
        gram.zero();
        right.zero();
        for (int k = 0; k < size; k++) {
            gram.set(k, k, penalty);
        }
    }

    /** Adds an observation: {@code size} features from an offset on, its target, and how much it counts. */
    void add(double[] features, int from, double target, double weight) {
        for (int i = 0; i < size; i++) {
            double value = weight * features[from + i];
            right.data[i] += value * target;
            for (int j = 0; j < size; j++) {
                gram.data[i * size + j] += value * features[from + j];
            }
        }
    }

    /** Adds what features vary by beyond their mean: a square of {@code order} rows, for the first coefficients. */
    void addVariance(double[] square, int from, int order) {
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                gram.data[i * size + j] += square[from + i * order + j];
            }
        }
    }

    /**
     * Ends a regression and writes its coefficients; zeros where there is no solution in double precision. The Gram
     * matrix is decomposed in place: nothing can be added afterwards.
     */
    void solve(double[] into, int from) {
        solved = solver.setA(gram);
        if (solved) {
            solver.solve(right, solution);
            System.arraycopy(solution.data, 0, into, from, size);
        } else {
            Arrays.fill(into, from, from + size, 0);
        }
    }

    /** Writes the inverse of the penalised Gram matrix, right after {@link #solve}; zeros where there is none. */
    void invert(double[] into, int from) {
        if (solved) {
            solver.invert(inverse);
            System.arraycopy(inverse.data, 0, into, from, size * size);
        } else {
            Arrays.fill(into, from, from + size * size, 0);
        }
    }
}
