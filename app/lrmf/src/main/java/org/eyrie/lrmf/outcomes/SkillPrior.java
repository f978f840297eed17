package org.eyrie.lrmf.outcomes;

import org.eyrie.lrmf.field.FieldPosterior;

/**
 * What is expected of skills before any outcome was seen: where covariates lead to, and how strongly lineage holds what is
 * left near zero. Both are learned from the skills as they are found.
 */
final class SkillPrior {

    private final SkillField field;
    private final Covariates covariates;
    private double[] strength;
    private SkillLink link;
    private double[] expected;

    /** @param strength one per group of the field */
    SkillPrior(SkillField field, Covariates covariates, double[] strength, SkillLink link) {
        this.field = field;
        this.covariates = covariates;
        this.strength = strength.clone();
        this.link = link;
        this.expected = link.expected(covariates, field.models());
    }

    /** Skills before lineage and outcomes, n x d. */
    double[] expected() {
        return expected;
    }

    double[] strength() {
        return strength;
    }

    SkillLink link() {
        return link;
    }

    /** Learns from skills and from how sure they are; founders' strength only where covariates explain a part of them. */
    void learn(Factors models, FieldPosterior posterior) {
        double[] skills = skills(models);
        if (link.count > 0) {
            link = SkillLink.learned(field, strength, skills, covariates);
            expected = link.expected(covariates, field.models());
        }
        strength = strengths(skills, posterior, link.count > 0);
    }

    private double[] skills(Factors models) {
        int d = models.stride().rank();
        double[] skills = new double[field.models() * d];
        for (int u = 0; u < field.models(); u++) {
            for (int j = 0; j < d; j++) {
                skills[u * d + j] = models.get(u, j);
            }
        }
        return skills;
    }

    /**
     * Strengths under which the residuals are as large as they are expected to be, given the posterior: the maximum of
     * the marginal likelihood's lower bound.
     */
    private double[] strengths(double[] skills, FieldPosterior posterior, boolean founders) {
        double[] rest = skills.clone();
        for (int k = 0; k < rest.length; k++) {
            rest[k] -= expected[k];
        }
        int d = rest.length / Math.max(1, field.models());
        double[] square = field.variances(posterior);
        int[] count = new int[field.groups()];
        double[] residual = new double[d];
        for (int t = 0; t < field.terms(); t++) {
            field.residual(t, rest, d, residual);
            for (double each : residual) {
                square[field.groupOf(t)] += each * each;
            }
            count[field.groupOf(t)]++;
        }
        double[] after = strength.clone();
        for (int g = founders ? 0 : 1; g < after.length; g++) {
            // one pseudo-residual of the old strength keeps a group of few finite
            after[g] = (count[g] + 1) * d / (square[g] + d / strength[g]);
        }
        return after;
    }
}
