package org.eyrie.lrmf.outcomes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
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
            follow(SkillLink.learned(
                    LinkSums.sum(chunks((from, to) -> LinkSums.of(field, from, to, strength, skills, covariates)))));
        }
        double[] rest = rest(skills);
        List<StrengthSums> sums =
                chunks((from, to) -> StrengthSums.of(field, from, to, rest, field.variances(posterior, from, to)));
        strength = StrengthSums.strengths(sums, strength, field.rank(), link.count > 0);
    }

    /** From now on, skills are expected by this link. */
    void follow(SkillLink other) {
        link = other;
        expected = link.expected(covariates, field.models());
    }

    /** What the models of this prior say of the link. */
    LinkSums linkSums(Factors models) {
        return LinkSums.of(field, 0, field.terms(), strength, skills(models), covariates);
    }

    /** How far the models of this prior stray from the link. */
    StrengthSums strengthSums(Factors models, double[] variances) {
        return StrengthSums.of(field, 0, field.terms(), rest(skills(models)), variances);
    }

    /** Sums are made chunk by chunk of the models, that they are the same to the last bit wherever chunks lie. */
    private <T> List<T> chunks(BiFunction<Integer, Integer, T> sums) {
        List<T> parts = new ArrayList<>();
        for (int from = 0; parts.isEmpty() || from < field.terms(); from += OutcomeChunk.ROWS) {
            parts.add(sums.apply(from, Math.min(field.terms(), from + OutcomeChunk.ROWS)));
        }
        return parts;
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

    private double[] rest(double[] skills) {
        double[] rest = skills.clone();
        for (int k = 0; k < rest.length; k++) {
            rest[k] -= expected[k];
        }
        return rest;
    }
}
