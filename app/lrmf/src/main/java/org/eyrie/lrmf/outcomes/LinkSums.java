package org.eyrie.lrmf.outcomes;

import java.io.Serializable;
import java.util.List;

/**
 * What the skills of some models say of how they follow covariates: the normal equations of {@link SkillLink}, which add up
 * over models.
 *
 * @param count q, covariates of a model
 * @param normal q x q
 * @param right q x d
 */
@SuppressWarnings("ArrayRecordComponent") // read at once by linear algebra
record LinkSums(int count, double[] normal, double[] right) implements Serializable {

    /**
     * Of the terms {@code from} to {@code to} - 1.
     *
     * @param strength one per group of the field
     * @param skills present skills, n x d
     */
    static LinkSums of(SkillField field, int from, int to, double[] strength, double[] skills, Covariates covariates) {
        int q = covariates.count();
        int d = field.rank();
        LinkSums sums = new LinkSums(q, new double[q * q], new double[q * d]);
        double[] found = new double[d];
        double[] known = new double[q];
        for (int t = from; t < to; t++) {
            field.residual(t, skills, d, found);
            field.residual(t, covariates.value(), q, known);
            double scale = strength[field.groupOf(t)];
            for (int c = 0; c < q; c++) {
                for (int e = 0; e < q; e++) {
                    sums.normal[c * q + e] += scale * known[c] * known[e];
                }
                for (int j = 0; j < d; j++) {
                    sums.right[c * d + j] += scale * known[c] * found[j];
                }
            }
        }
        return sums;
    }

    /** Of all models, the sums of chunks in their order. */
    static LinkSums sum(List<LinkSums> parts) {
        LinkSums first = parts.get(0);
        LinkSums sum = new LinkSums(first.count, new double[first.normal.length], new double[first.right.length]);
        for (LinkSums part : parts) {
            add(part.normal, sum.normal);
            add(part.right, sum.right);
        }
        return sum;
    }

    static void add(double[] part, double[] sum) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += part[k];
        }
    }
}
