package org.eyrie.server.predict;

import java.util.List;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * Where a prediction comes from.
 *
 * @param forecast the prediction
 * @param contributions what made it, the largest first; they add up to the prediction on the scale of logits
 */
public record Explanation(Forecast forecast, List<Contribution> contributions) {

    public Explanation {
        contributions = List.copyOf(contributions);
    }

    /**
     * One piece of evidence.
     *
     * @param kind what it is
     * @param model whose score, or null where it is not a score
     * @param benchmark on what, or null
     * @param score the score itself, 0 to 1, or null
     * @param logit what it adds to the prediction, on the scale of logits
     */
    public record Contribution(
            Kind kind,
            @Nullable ModelId model,
            @Nullable BenchmarkId benchmark,
            @Nullable Double score,
            double logit) {}

    /** What a piece of evidence is. */
    public enum Kind {
        /** A score of the model itself. */
        OWN,
        /** A score of a relative. */
        RELATIVE,
        /** What all families share: the benchmark's level and models of the same kind. */
        SHARED
    }
}
