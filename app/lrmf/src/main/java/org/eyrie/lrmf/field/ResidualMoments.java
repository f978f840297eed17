package org.eyrie.lrmf.field;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.eyrie.lrmf.linalg.SelectedInverse;
import org.eyrie.lrmf.math.DoubleBytes;
import org.eyrie.task.Progress;

/**
 * Posterior second moments of a field's residuals, summed by class, and how many they are: T_qp = Σ_f weight_f E[t_q t_pᵀ] with t_0 the base
 * combination of term f and t_q, q ≥ 1, its combination under pull q. They are all that learning needs: the residual is
 * r = t_0 − Σ θ_q ∘ t_q for any θ. Those of a whole field are the sum of its parts'.
 */
public final class ResidualMoments {

    /** More classes than this are taken for foreign bytes. */
    private static final int MOST_CLASSES = 100_000;

    private final int d;
    private final int parts;
    private final double[][] sum;
    private final int[] terms;

    private ResidualMoments(int classes, int parts, int d) {
        this.d = d;
        this.parts = parts;
        sum = new double[classes][parts * parts * d * d];
        terms = new int[classes];
    }

    /** Of a posterior, whose covariances are computed if they are not there yet. O(blocks that the terms join). */
    public static ResidualMoments of(FieldPosterior posterior) {
        FieldStructure system = posterior.system();
        PenaltyTerms terms = system.terms;
        int d = system.d;
        ResidualMoments moments = new ResidualMoments(terms.classes, terms.pulls + 1, d);
        SelectedInverse covariance = posterior.prepareCovariance(Progress.NONE);
        double[][] scale = new double[moments.parts][];
        scale[0] = terms.base;
        System.arraycopy(terms.pull, 0, scale, 1, terms.pulls);
        double[] combination = new double[moments.parts * d];
        int pair = 0;
        for (int f = 0; f < terms.count(); f++) {
            moments.terms[terms.classOf[f]]++;
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
                t[i] -= terms.driftWeight[k] * drift[terms.drift[k] * d + i];
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

    /**
     * The sum of both.
     *
     * @throws IllegalArgumentException if the other's are of other classes, pulls or numbers a node
     */
    public ResidualMoments plus(ResidualMoments other) {
        if (other.sum.length != sum.length || other.parts != parts || other.d != d) {
            throw new IllegalArgumentException("Moments of " + other.sum.length + " classes, " + other.parts
                    + " parts and " + other.d + " numbers a node do not add to those of " + sum.length + ", " + parts
                    + " and " + d);
        }
        ResidualMoments both = new ResidualMoments(sum.length, parts, d);
        for (int k = 0; k < sum.length; k++) {
            both.terms[k] = Math.addExact(terms[k], other.terms[k]);
            for (int i = 0; i < sum[k].length; i++) {
                both.sum[k][i] = sum[k][i] + other.sum[k][i];
            }
        }
        return both;
    }

    /** Writes this, for {@link #read}. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(sum.length);
        out.writeInt(parts);
        out.writeInt(d);
        for (int k = 0; k < sum.length; k++) {
            out.writeInt(terms[k]);
            DoubleBytes.write(out, sum[k]);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if that cannot be what stands there
     */
    public static ResidualMoments read(DataInput in) throws IOException {
        int classes = in.readInt();
        int parts = in.readInt();
        int d = in.readInt();
        if (classes < 0 || classes > MOST_CLASSES || parts < 1 || parts > 16 || d < 1 || d > 64) {
            throw new IOException(
                    "These are no moments: " + classes + " classes, " + parts + " parts, " + d + " numbers");
        }
        ResidualMoments moments = new ResidualMoments(classes, parts, d);
        for (int k = 0; k < classes; k++) {
            moments.terms[k] = in.readInt();
            moments.sum[k] = DoubleBytes.read(in, moments.sum[k].length);
        }
        return moments;
    }

    /** Number of classes. */
    public int classes() {
        return sum.length;
    }

    /** Number of pulls of every class. */
    public int pulls() {
        return parts - 1;
    }

    /** Number of terms of a class. */
    public int terms(int termClass) {
        return terms[termClass];
    }

    /** Σ weight_f E[r rᵀ] of a class under pulls θ, Q x d. */
    public double[] residual(int termClass, double[] theta) {
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
    public double at(int termClass, int q, int p, int i, int j) {
        return sum[termClass][(q * parts + p) * d * d + i * d + j];
    }
}
