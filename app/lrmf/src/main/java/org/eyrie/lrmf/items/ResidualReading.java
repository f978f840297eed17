package org.eyrie.lrmf.items;

import java.util.Arrays;
import org.eyrie.lrmf.outcomes.OutcomeShared;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.lrmf.outcomes.SkillPosterior;

/** Reads off what models' own items told beyond what the field, their own scores included, leads to expect. */
final class ResidualReading {

    private final double[] coefficient;
    private final double[] abilities;
    private final int d;
    private final int q;

    /** @param abilities of the models, own scores included, in units of {@link AbilityScale}: q numbers each */
    ResidualReading(OutcomeShared shared, double[] abilities) {
        this.coefficient = shared.linkCoefficients();
        this.abilities = abilities;
        this.d = shared.settings().rank();
        this.q = coefficient.length / d - 1;
    }

    /** A model's skills less those expected, d numbers. */
    double[] skills(SkillPosterior found, int model) {
        double[] skills = found.mean();
        double[] expected = expected(model);
        for (int k = 0; k < d; k++) {
            skills[k] -= expected[k];
        }
        return skills;
    }

    /** A model's whole remainder. */
    ItemResidual of(SkillPosterior found, OutcomeTable outcomes, int model) {
        return ItemResidual.of(found, expected(model), outcomes, model);
    }

    private double[] expected(int model) {
        return AbilityLink.expected(coefficient, d, Arrays.copyOfRange(abilities, model * q, (model + 1) * q));
    }
}
