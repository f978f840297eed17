package org.eyrie.lrmf.items;

import java.util.Arrays;
import org.eyrie.lrmf.outcomes.OutcomeShared;
import org.eyrie.lrmf.outcomes.SkillPosterior;
import org.eyrie.lrmf.posterior.Ability;

/**
 * From what the field knows of a model to what is expected of its skills, Bᵀ w + e. The link was learned on what the field
 * says of models without their own scores. One that has scores is known better: by as much as the field's covariance is
 * smaller than it was there on the average, its skills' is smaller too (Jeffrey's rule). So one link serves models with
 * many scores and with none. The coefficients are those of the abilities and, as the last row, a constant.
 */
final class AbilityLink {

    private final AbilityScale scale;
    private final OutcomeShared outcomes;
    private final double[] coefficient;
    private final int d;

    AbilityLink(AbilityScale scale, OutcomeShared shared) {
        this.scale = scale;
        this.outcomes = shared;
        this.coefficient = shared.linkCoefficients();
        this.d = shared.settings().rank();
    }

    /** Skills to be expected of an ability, d numbers. */
    double[] expected(Ability ability) {
        return expected(coefficient, d, scale.mean(ability));
    }

    /** @param mean an ability in the scale's units */
    static double[] expected(double[] coefficient, int d, double[] mean) {
        double[] skills = Arrays.copyOfRange(coefficient, mean.length * d, (mean.length + 1) * d);
        for (int c = 0; c < mean.length; c++) {
            for (int j = 0; j < d; j++) {
                skills[j] += mean[c] * coefficient[c * d + j];
            }
        }
        return skills;
    }

    /** What is known of the skills of a model of which nothing but its ability is, this without own scores. */
    SkillPosterior prior(Ability ability) {
        return outcomes.founder(expected(ability));
    }

    /**
     * Skills that were worked out with one ability, as they are with another.
     *
     * @param skills made with {@code before}, an ability without own scores
     */
    SkillPosterior moved(SkillPosterior skills, Ability before, Ability now) {
        double[] shift = expected(now);
        double[] from = expected(before);
        for (int j = 0; j < d; j++) {
            shift[j] -= from[j];
        }
        int q = scale.size();
        double[] doubt = scale.covariance(now);
        for (int k = 0; k < doubt.length; k++) {
            doubt[k] -= scale.doubt()[k];
        }
        double[] half = new double[q * d];
        for (int c = 0; c < q; c++) {
            for (int e = 0; e < q; e++) {
                for (int j = 0; j < d; j++) {
                    half[c * d + j] += doubt[c * q + e] * coefficient[e * d + j];
                }
            }
        }
        double[] extra = new double[d * d];
        for (int c = 0; c < q; c++) {
            for (int j = 0; j < d; j++) {
                for (int k = 0; k < d; k++) {
                    extra[j * d + k] += coefficient[c * d + j] * half[c * d + k];
                }
            }
        }
        return skills.shifted(shift, extra);
    }
}
