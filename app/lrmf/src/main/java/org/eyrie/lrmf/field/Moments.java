package org.eyrie.lrmf.field;

import org.eyrie.lrmf.linalg.SelectedInverse;

/**
 * Posterior second moments of a field's residuals, summed by class: T_qp = Σ_f weight_f E[t_q t_pᵀ] with t_0 the base
 * combination of term f and t_q, q ≥ 1, its combination under pull q. They are all that learning needs: the residual is
 * r = t_0 − Σ θ_q ∘ t_q for any θ.
 */
final class Moments {

    private final int d;
    private final int parts;
    private final double[][] sum;

    private Moments(int classes, int parts, int d) {
        this.d = d;
        this.parts = parts;
        sum = new double[classes][parts * parts * d * d];
    }

    static Moments of(FieldPosterior posterior) {
        FieldSystem system = posterior.system();
        PenaltyTerms terms = system.terms;
        int d = system.d;
        Moments moments = new Moments(terms.classes, terms.pulls + 1, d);
        SelectedInverse covariance = posterior.covariance();
        double[][] scale = new double[moments.parts][];
        scale[0] = terms.base;
        System.arraycopy(terms.pull, 0, scale, 1, terms.pulls);
        double[] combination = new double[moments.parts * d];
        int pair = 0;
        for (int f = 0; f < terms.count(); f++) {
            double[] to = moments.sum[terms.classOf[f]];
            double weight = terms.weight[f];
            moments.addMeans(terms, f, scale, posterior, combination, to);
            for (int a = terms.start[f]; a < terms.start[f + 1]; a++) {
                int own = system.symbolic.position(terms.node[a]) * d * d;
                moments.add(to, weight, scale, a, a, covariance.diagonal(), own, false);
                for (int b = terms.start[f]; b < a; b++) {
                    int row = system.pairIsRow[pair] ? a : b;
                    int column = system.pairIsRow[pair] ? b : a;
                    int offset = system.pairOffset[pair++];
                    moments.add(to, weight, scale, row, column, covariance.lower(), offset, false);
                    moments.add(to, weight, scale, column, row, covariance.lower(), offset, true);
                }
            }
        }
        return moments;
    }

    private void addMeans(
            PenaltyTerms terms, int f, double[][] scale, FieldPosterior posterior, double[] t, double[] to) {
        double[] mean = posterior.mean();
        double[] drift = posterior.strengths().drift();
        for (int q = 0; q < parts; q++) {
            for (int i = 0; i < d; i++) {
                double value = 0;
                for (int e = terms.start[f]; e < terms.start[f + 1]; e++) {
                    value += scale[q][e] * mean[terms.node[e] * d + i];
                }
                t[q * d + i] = value;
            }
        }
        for (int k = terms.driftStart[f]; k < terms.driftStart[f + 1]; k++) {
            for (int i = 0; i < d; i++) {
                t[i] -= drift[terms.drift[k] * d + i];
            }
        }
        for (int q = 0; q < parts; q++) {
            for (int p = 0; p < parts; p++) {
                int block = (q * parts + p) * d * d;
                for (int i = 0; i < d; i++) {
                    double v = terms.weight[f] * t[q * d + i];
                    for (int j = 0; j < d; j++) {
                        to[block + i * d + j] += v * t[p * d + j];
                    }
                }
            }
        }
    }

    private void add(
            double[] to, double weight, double[][] scale, int row, int column, double[] z, int offset, boolean flip) {
        for (int q = 0; q < parts; q++) {
            double left = weight * scale[q][row];
            if (left == 0) {
                continue;
            }
            for (int p = 0; p < parts; p++) {
                double both = left * scale[p][column];
                if (both == 0) {
                    continue;
                }
                int block = (q * parts + p) * d * d;
                if (flip) {
                    for (int i = 0; i < d; i++) {
                        for (int j = 0; j < d; j++) {
                            to[block + i * d + j] += both * z[offset + j * d + i];
                        }
                    }
                } else {
                    for (int i = 0; i < d * d; i++) {
                        to[block + i] += both * z[offset + i];
                    }
                }
            }
        }
    }

    /** Σ weight_f E[r rᵀ] of a class under pulls θ, Q x d. */
    double[] residual(int termClass, double[] theta) {
        double[] result = new double[d * d];
        for (int q = 0; q < parts; q++) {
            for (int p = 0; p < parts; p++) {
                int block = (q * parts + p) * d * d;
                for (int i = 0; i < d; i++) {
                    double left = q == 0 ? 1 : -theta[(q - 1) * d + i];
                    for (int j = 0; j < d; j++) {
                        double right = p == 0 ? 1 : -theta[(p - 1) * d + j];
                        result[i * d + j] += left * sum[termClass][block + i * d + j] * right;
                    }
                }
            }
        }
        return result;
    }

    /** T_qp of a class at (i, j). */
    double at(int termClass, int q, int p, int i, int j) {
        return sum[termClass][(q * parts + p) * d * d + i * d + j];
    }
}
