package org.eyrie.lrmf.trial.paper;

import java.util.Arrays;
import org.eyrie.lrmf.field.FieldSolver;
import org.eyrie.lrmf.field.FieldStructure;
import org.eyrie.lrmf.field.Laplacian;
import org.eyrie.lrmf.field.NodeEvidence;
import org.eyrie.lrmf.field.Strengths;
import org.eyrie.lrmf.problem.Observations;

/**
 * Solves for all models at once: blockdiag(Σ_i ω_ui x_i x_iᵀ + ρI) + 2 L ⊗ I. The pattern never changes, so order and
 * symbolic analysis are done once.
 */
final class PaperModelStep {

    private final Observations observations;
    private final PaperSettings settings;
    private final FieldStructure system;
    private final Strengths strengths;
    private final double[] precision;
    private final double[] shift;

    PaperModelStep(Laplacian laplacian, Observations observations, PaperSettings settings) {
        this.observations = observations;
        this.settings = settings;
        int d = settings.rank();
        int n = laplacian.nodes();
        system = FieldStructure.whole(laplacian.terms(), n, n, d);
        double[] covariance = new double[d * d];
        for (int i = 0; i < d; i++) {
            covariance[i * d + i] = 0.5; // the energy λ‖m_u − m_v‖² is ½ times the precision 2λ
        }
        strengths = new Strengths(d, new double[][] {covariance}, new double[1][0], new double[0]);
        precision = new double[n * d * d];
        shift = new double[n * d];
    }

    void solve(double[] models, double[] columns, double[] intercept) {
        int d = settings.rank();
        Arrays.fill(precision, 0);
        Arrays.fill(shift, 0);
        for (int u = 0; u * d < models.length; u++) {
            for (int i = 0; i < d; i++) {
                precision[(u * d + i) * d + i] = settings.ridge();
            }
        }
        for (int c = 0; c < observations.cells(); c++) {
            int u = observations.model()[c];
            int column = observations.column()[c];
            double weight = Objective.weight(Objective.logit(models, u, columns, column, intercept, d));
            double pull = observations.score()[c] - 0.5 - weight * intercept[column];
            for (int i = 0; i < d; i++) {
                double x = columns[column * d + i];
                shift[u * d + i] += pull * x;
                for (int j = 0; j < d; j++) {
                    precision[(u * d + i) * d + j] += weight * x * columns[column * d + j];
                }
            }
        }
        NodeEvidence evidence = (node, p, po, h, ho) -> {
            for (int i = 0; i < d * d; i++) {
                p[po + i] += precision[node * d * d + i];
            }
            for (int i = 0; i < d; i++) {
                h[ho + i] += shift[node * d + i];
            }
        };
        double[] solution = new FieldSolver(system)
                .solve(strengths, evidence, null)
                .orElseThrow(() -> new ArithmeticException("The models' system is not positive definite"))
                .mean();
        System.arraycopy(solution, 0, models, 0, models.length);
    }
}
