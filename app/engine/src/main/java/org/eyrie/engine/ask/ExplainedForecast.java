package org.eyrie.engine.ask;

import java.util.List;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * Where a prediction comes from.
 *
 * @param forecast the prediction
 * @param logit the prediction on the scale of logits
 * @param contributions what made it, the largest first; they add up to {@code logit}
 */
public record ExplainedForecast(Forecast forecast, double logit, List<Contribution> contributions) {

    public ExplainedForecast {
        contributions = List.copyOf(contributions);
    }

    /**
     * One piece of evidence.
     *
     * @param kind what it is
     * @param what the same in words: a model's score, or what several models have in common
     * @param model whose score, or null where it is not a score
     * @param benchmark on what, or null
     * @param score the score itself, 0 to 1, or null
     * @param logit what it adds to the prediction, on the scale of logits
     */
    public record Contribution(
            Kind kind,
            String what,
            @Nullable ModelId model,
            @Nullable BenchmarkId benchmark,
            @Nullable Double score,
            double logit) {}

    /** What a piece of evidence is. */
    public enum Kind {
        /** The benchmark's own level. */
        LEVEL,
        /** A score of the model itself. */
        OWN,
        /** A score of a relative. */
        RELATIVE,
        /** Models of the same kind, author or series. */
        KIND,
        /** A trait that moves scores, such as a word in the name. */
        TRAIT,
        /** What models expect that need not be relatives, of like names, authors and kinds, beyond all the others. */
        CROWD,
        /** What models in common owe to the score that was left out, taken back. */
        WITHDRAWN
    }
}
