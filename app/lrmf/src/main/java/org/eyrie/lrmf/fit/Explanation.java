package org.eyrie.lrmf.fit;

import java.util.List;

/**
 * What made a prediction, in logits: {@code intercept} and all contributions add up to {@code logitMean} exactly, since
 * the mean is linear in the measured logits and the shared nodes' and drifts' values.
 *
 * @param model whose
 * @param column on what
 * @param intercept the column's own level
 * @param scores contribution of every measured score that has one, the largest first
 * @param shared contribution of every shared node that has one, the largest first
 * @param drifts contribution of every drift that has one, the largest first
 * @param logitMean the predicted logit
 */
public record Explanation(
        int model,
        int column,
        double intercept,
        List<ScoreContribution> scores,
        List<SharedContribution> shared,
        List<DriftContribution> drifts,
        double logitMean) {

    public Explanation {
        scores = List.copyOf(scores);
        shared = List.copyOf(shared);
        drifts = List.copyOf(drifts);
    }
}
