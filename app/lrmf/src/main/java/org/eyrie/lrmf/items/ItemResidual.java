package org.eyrie.lrmf.items;

import java.io.Serializable;
import org.eyrie.lrmf.math.Logistic;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.lrmf.outcomes.SkillPosterior;

/**
 * What a model's own items told that was not expected of it.
 *
 * @param skills its skills less those expected from the field, own scores included; d numbers
 * @param surprises outcome less its probability by the model's skills, per column, in units of 1/127; 0 where the item was
 *     not run. So a fit can keep those of many models, and the sign tells the outcome.
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
record ItemResidual(double[] skills, byte[] surprises) implements Serializable {

    private static final double UNIT = 127;

    /**
     * The remainder of a model.
     *
     * @param known its skills by its own items
     * @param expected skills by the field alone, d numbers
     * @param row of the model in the table
     */
    static ItemResidual of(SkillPosterior known, double[] expected, OutcomeTable outcomes, int row) {
        double[] skills = known.mean();
        for (int k = 0; k < skills.length; k++) {
            skills[k] -= expected[k];
        }
        byte[] surprises = new byte[outcomes.columns()];
        for (int k = 0; k < outcomes.cells(row); k++) {
            int column = outcomes.column(row, k);
            double p = Logistic.of(known.logit(column));
            long size = Math.max(1, Math.round(UNIT * (outcomes.success(row, k) ? 1 - p : p)));
            surprises[column] = (byte) (outcomes.success(row, k) ? size : -size);
        }
        return new ItemResidual(skills, surprises);
    }

    boolean seen(int column) {
        return surprises[column] != 0;
    }

    /** Outcome less its probability p; 0 where it was not run. */
    double surprise(int column) {
        return surprises[column] / UNIT;
    }

    /** Variance of that outcome, p(1 − p); 0 where it was not run. */
    double weight(int column) {
        double size = Math.abs(surprise(column));
        return size * (1 - size);
    }
}
