package org.eyrie.lrmf.trial.paper;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.eyrie.lrmf.problem.Observations;

/** Solves for the factors and the intercept of each column, given the models. */
final class PaperColumnStep {

    private final Observations observations;
    private final PaperSettings settings;

    PaperColumnStep(Observations observations, PaperSettings settings) {
        this.observations = observations;
        this.settings = settings;
    }

    void solve(double[] models, double[] columns, double[] intercept) {
        int d = settings.rank();
        int n = d + 1;
        DMatrixRMaj[] system = new DMatrixRMaj[intercept.length];
        DMatrixRMaj[] right = new DMatrixRMaj[intercept.length];
        for (int i = 0; i < intercept.length; i++) {
            system[i] = new DMatrixRMaj(n, n);
            right[i] = new DMatrixRMaj(n, 1);
            for (int r = 0; r < n; r++) {
                system[i].set(r, r, settings.ridge());
            }
        }
        double[] row = new double[n];
        row[d] = 1;
        for (int c = 0; c < observations.cells(); c++) {
            int u = observations.model()[c];
            int i = observations.column()[c];
            System.arraycopy(models, u * d, row, 0, d);
            double weight = Objective.weight(Objective.logit(models, u, columns, i, intercept, d));
            for (int r = 0; r < n; r++) {
                right[i].add(r, 0, (observations.score()[c] - 0.5) * row[r]);
                for (int s = 0; s < n; s++) {
                    system[i].add(r, s, weight * row[r] * row[s]);
                }
            }
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(n);
        DMatrixRMaj x = new DMatrixRMaj(n, 1);
        for (int i = 0; i < intercept.length; i++) {
            if (!solver.setA(system[i])) {
                throw new ArithmeticException("The system of column " + i + " is not positive definite");
            }
            solver.solve(right[i], x);
            System.arraycopy(x.getData(), 0, columns, i * d, d);
            intercept[i] = x.get(d);
        }
    }
}
