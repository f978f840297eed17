package org.eyrie.lrmf.field;

import java.util.Arrays;

/** Products with the drifts of a field: E maps drifts to terms, C nodes to terms, Λ is the terms' precision. */
final class FixedEffectProducts {

    private final PenaltyTerms terms;
    private final int d;
    private final double[] c;
    private final double[][] precision;

    FixedEffectProducts(PenaltyTerms terms, int d, double[] coefficients, double[][] precision) {
        this.terms = terms;
        this.d = d;
        this.c = coefficients;
        this.precision = precision;
    }

    /** x += Cᵀ Λ E δ. */
    void addShift(double[] x, double[] drift) {
        double[] step = new double[d];
        double[] pull = new double[d];
        for (int f = 0; f < terms.count(); f++) {
            if (terms.driftStart[f] == terms.driftStart[f + 1]) {
                continue;
            }
            total(f, drift, step);
            applyPrecision(f, step, pull);
            for (int e = terms.start[f]; e < terms.start[f + 1]; e++) {
                for (int i = 0; i < d; i++) {
                    x[terms.node[e] * d + i] += c[e * d + i] * pull[i];
                }
            }
        }
    }

    /** g += Eᵀ Λ (E δ − C m). */
    void addGradient(double[] g, double[] drift, double[] mean) {
        double[] step = new double[d];
        double[] pull = new double[d];
        for (int f = 0; f < terms.count(); f++) {
            if (terms.driftStart[f] == terms.driftStart[f + 1]) {
                continue;
            }
            total(f, drift, step);
            for (int e = terms.start[f]; e < terms.start[f + 1]; e++) {
                for (int i = 0; i < d; i++) {
                    step[i] -= c[e * d + i] * mean[terms.node[e] * d + i];
                }
            }
            applyPrecision(f, step, pull);
            for (int k = terms.driftStart[f]; k < terms.driftStart[f + 1]; k++) {
                for (int i = 0; i < d; i++) {
                    g[terms.drift[k] * d + i] += terms.driftWeight[k] * pull[i];
                }
            }
        }
    }

    /** Eᵀ Λ (E δ − C m), as long as δ. */
    double[] gradient(double[] drift, double[] mean) {
        double[] gradient = new double[drift.length];
        addGradient(gradient, drift, mean);
        return gradient;
    }

    /** Eᵀ Λ C m of that many numbers: what the nodes' means say of the fixed effects. */
    double[] pullOf(double[] mean, int size) {
        double[] pull = gradient(new double[size], mean);
        for (int i = 0; i < size; i++) {
            pull[i] = -pull[i];
        }
        return pull;
    }

    /** Adds Eᵀ Λ E, dense, row by row, to that many rows. */
    void addOwnBlock(double[] block, int size) {
        for (int f = 0; f < terms.count(); f++) {
            double[] lambda = precision[terms.classOf[f]];
            for (int a = terms.driftStart[f]; a < terms.driftStart[f + 1]; a++) {
                for (int b = terms.driftStart[f]; b < terms.driftStart[f + 1]; b++) {
                    double both = terms.weight[f] * terms.driftWeight[a] * terms.driftWeight[b];
                    for (int i = 0; i < d; i++) {
                        for (int j = 0; j < d; j++) {
                            int at = (terms.drift[a] * d + i) * size + terms.drift[b] * d + j;
                            block[at] += both * lambda[i * d + j];
                        }
                    }
                }
            }
        }
    }

    /** δᵀ Eᵀ Λ E δ. */
    double energy(double[] drift) {
        double[] step = new double[d];
        double[] pull = new double[d];
        double sum = 0;
        for (int f = 0; f < terms.count(); f++) {
            total(f, drift, step);
            applyPrecision(f, step, pull);
            for (int i = 0; i < d; i++) {
                sum += step[i] * pull[i];
            }
        }
        return sum;
    }

    /** Per drift, gᵀ Cᵀ Λ E δ restricted to it: what it adds to a mean of influence g. */
    double[] contributions(double[] influence, double[] drift) {
        double[] gradient = new double[drift.length];
        addGradient(gradient, new double[drift.length], influence);
        double[] result = new double[drift.length / d];
        for (int k = 0; k < result.length; k++) {
            for (int i = 0; i < d; i++) {
                result[k] -= gradient[k * d + i] * drift[k * d + i];
            }
        }
        return result;
    }

    private void total(int f, double[] drift, double[] step) {
        Arrays.fill(step, 0);
        for (int k = terms.driftStart[f]; k < terms.driftStart[f + 1]; k++) {
            for (int i = 0; i < d; i++) {
                step[i] += terms.driftWeight[k] * drift[terms.drift[k] * d + i];
            }
        }
    }

    private void applyPrecision(int f, double[] step, double[] pull) {
        double[] lambda = precision[terms.classOf[f]];
        for (int i = 0; i < d; i++) {
            double sum = 0;
            for (int j = 0; j < d; j++) {
                sum += lambda[i * d + j] * step[j];
            }
            pull[i] = terms.weight[f] * sum;
        }
    }
}
