package org.eyrie.lrmf.statistics;

import org.eyrie.lrmf.field.ResidualMoments;
import org.eyrie.lrmf.field.Spd;
import org.eyrie.lrmf.field.Strengths;

/**
 * The maximisation step for strengths and pulls, each exactly given the other and the posterior moments (expectation
 * conditional maximisation, Meng and Rubin 1993): the penalised evidence never falls.
 */
final class StrengthStep {

    private final StrengthPrior prior;
    private final boolean[] fixed;

    /** @param fixed per class, whether its strength is given rather than learned */
    StrengthStep(StrengthPrior prior, boolean[] fixed) {
        this.prior = prior;
        this.fixed = fixed.clone();
    }

    /** Strengths that explain the posterior's residuals best. */
    Strengths improve(ResidualMoments moments, Strengths now) {
        double[][] covariance = new double[moments.classes()][];
        double[][] pull = new double[moments.classes()][];
        for (int k = 0; k < moments.classes(); k++) {
            covariance[k] = fixed[k] ? now.covariance()[k] : covariance(moments, k, now.pull()[k]);
            pull[k] = fixed[k] || moments.pulls() == 0 ? now.pull()[k] : pull(moments, k, covariance[k], now.d());
        }
        return new Strengths(now.d(), covariance, pull, now.drift());
    }

    private double[] covariance(ResidualMoments moments, int k, double[] theta) {
        double[] residual = moments.residual(k, theta);
        for (int i = 0; i < residual.length; i++) {
            residual[i] = (residual[i] + prior.terms() * prior.reference()[i]) / (moments.terms(k) + prior.terms());
        }
        return residual;
    }

    private double[] pull(ResidualMoments moments, int k, double[] covariance, int d) {
        int n = moments.pulls() * d;
        double[] lambda = Spd.inverse(covariance, d);
        double[] system = new double[n * n];
        double[] right = new double[n];
        for (int q = 0; q < moments.pulls(); q++) {
            for (int i = 0; i < d; i++) {
                int row = q * d + i;
                for (int p = 0; p < moments.pulls(); p++) {
                    for (int j = 0; j < d; j++) {
                        system[row * n + p * d + j] = moments.at(k, q + 1, p + 1, i, j) * lambda[i * d + j];
                    }
                }
                for (int j = 0; j < d; j++) {
                    right[row] += moments.at(k, q + 1, 0, i, j) * lambda[i * d + j];
                }
                system[row * n + row] += prior.pullPrecision();
                right[row] += prior.pullPrecision() * prior.pull();
            }
        }
        return Spd.solve(system, right);
    }

    /** Logarithm of the prior's density at given strengths, up to a constant. */
    double logPrior(Strengths strengths) {
        double sum = 0;
        int d = strengths.d();
        for (int k = 0; k < strengths.classes(); k++) {
            if (fixed[k]) {
                continue;
            }
            double[] lambda = Spd.inverse(strengths.covariance()[k], d);
            sum -= 0.5
                    * prior.terms()
                    * (Spd.traceOfProduct(prior.reference(), lambda) - Spd.logDeterminant(lambda, d));
            for (double theta : strengths.pull()[k]) {
                sum -= 0.5 * prior.pullPrecision() * (theta - prior.pull()) * (theta - prior.pull());
            }
        }
        return sum;
    }
}
