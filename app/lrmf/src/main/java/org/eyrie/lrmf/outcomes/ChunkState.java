package org.eyrie.lrmf.outcomes;

import java.io.Serializable;

/**
 * What a fit knows of a chunk's models, besides their outcomes.
 *
 * @param covariates of each model, q numbers
 * @param attached numbers of each model that whoever fits wanted to find here again
 * @param hidden whether the model's outcomes are; empty where no model's are
 * @param factors as they are now; of no model before a fit has begun
 * @param variance of the residuals' skills at the last step, per group of the field
 */
@SuppressWarnings("ArrayRecordComponent") // read at once
public record ChunkState(
        double[] covariates, double[] attached, boolean[] hidden, SkillFactors factors, double[] variance)
        implements Serializable {

    /** Before anything is known. */
    public static final ChunkState NONE =
            new ChunkState(new double[0], new double[0], new boolean[0], SkillFactors.NONE, new double[0]);

    /** Whether the outcomes of a model are hidden. */
    public boolean hides(int model) {
        return hidden.length > 0 && hidden[model];
    }

    ChunkState moved(Factors to, double[] variances) {
        return new ChunkState(covariates, attached, hidden, new SkillFactors(to), variances);
    }
}
