package org.eyrie.lrmf.trial.paper;

import org.eyrie.lrmf.field.Laplacian;
import org.eyrie.lrmf.math.Logistic;
import org.eyrie.lrmf.problem.Observations;

/** What the fit minimises. */
record Objective(Observations observations, Laplacian laplacian, PaperSettings settings) {

    double at(double[] models, double[] columns, double[] intercept) {
        int d = settings.rank();
        double sum = laplacian.energy(models, d);
        for (int c = 0; c < observations.cells(); c++) {
            int i = observations.column()[c];
            double logit = logit(models, observations.model()[c], columns, i, intercept, d);
            sum += Logistic.softplus(logit) - observations.score()[c] * logit;
        }
        return sum + settings.ridge() / 2 * (squares(models) + squares(columns) + squares(intercept));
    }

    static double logit(double[] models, int u, double[] columns, int i, double[] intercept, int d) {
        double sum = intercept[i];
        for (int k = 0; k < d; k++) {
            sum += models[u * d + k] * columns[i * d + k];
        }
        return sum;
    }

    /** Weight of the quadratic that touches the logistic loss at this logit and lies above it: tanh(η/2)/(2η). */
    static double weight(double logit) {
        double size = Math.abs(logit);
        return size < 1e-4 ? 0.25 : Math.tanh(size / 2) / (2 * size);
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v * v;
        }
        return sum;
    }
}
