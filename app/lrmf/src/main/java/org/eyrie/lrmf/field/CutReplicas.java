package org.eyrie.lrmf.field;

import java.util.Arrays;
import org.eyrie.lrmf.linalg.SelectedInverse;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the copies in a field that was cut: the marginals of their originals.
 *
 * @param mean d numbers per copy
 * @param precision d x d per copy
 */
@SuppressWarnings("ArrayRecordComponent")
record CutReplicas(FieldStructure system, double[] mean, double[] precision) {

    static CutReplicas none(FieldStructure system) {
        return new CutReplicas(system, new double[0], new double[0]);
    }

    /** Before anything is solved: as much spread as the term that is the original's own, around zero. */
    static CutReplicas rough(FieldStructure system, Strengths strengths, @Nullable Boundary boundary) {
        PenaltyTerms terms = system.terms;
        int[] ownClass = new int[system.nodes];
        Arrays.fill(ownClass, -1);
        for (int f = 0; f < terms.count(); f++) {
            int own = terms.node[terms.start[f]];
            ownClass[own] = terms.classOf[f];
        }
        return of(system, new double[system.nodes * system.d], boundary, (node, block) -> {
            int k = Math.max(ownClass[node], 0);
            System.arraycopy(strengths.covariance()[k], 0, block, 0, block.length);
        });
    }

    /** As their originals are in a posterior of the same system: its means and covariances. */
    static CutReplicas of(
            FieldStructure system, double[] means, SelectedInverse covariance, @Nullable Boundary boundary) {
        return of(system, means, boundary, (node, block) -> covariance.read(node, node, block, 0));
    }

    private interface Marginal {
        void read(int node, double[] block);
    }

    private static CutReplicas of(
            FieldStructure system, double[] means, @Nullable Boundary boundary, Marginal marginal) {
        int d = system.d;
        int[] original = system.cut.original();
        double[] mean = new double[original.length * d];
        double[] precision = new double[original.length * d * d];
        double[] block = new double[d * d];
        for (int k = 0; k < original.length; k++) {
            int node = original[k];
            if (boundary != null && node >= system.inner) {
                System.arraycopy(boundary.mean(), (node - system.inner) * d, mean, k * d, d);
                boundary.covariance().read(node, node, block, 0);
            } else {
                System.arraycopy(means, node * d, mean, k * d, d);
                marginal.read(node, block);
            }
            System.arraycopy(Spd.inverse(block, d), 0, precision, k * d * d, d * d);
        }
        return new CutReplicas(system, mean, precision);
    }

    int count() {
        return system.cut.copies();
    }

    /** Adds copy k's precision and shift. */
    void addTo(int k, double[] toPrecision, int po, double[] shift, int so) {
        int d = system.d;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double p = precision[(k * d + i) * d + j];
                toPrecision[po + i * d + j] += p;
                shift[so + i] += p * mean[k * d + j];
            }
        }
    }

    /** Twice the logarithm of the copies' density at zero, but for π. */
    double logDensityAtZero() {
        int d = system.d;
        double sum = 0;
        for (int k = 0; k < count(); k++) {
            double[] p = Arrays.copyOfRange(precision, k * d * d, (k + 1) * d * d);
            sum += Spd.logDeterminant(p, d);
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    sum -= mean[k * d + i] * p[i * d + j] * mean[k * d + j];
                }
            }
        }
        return sum;
    }
}
