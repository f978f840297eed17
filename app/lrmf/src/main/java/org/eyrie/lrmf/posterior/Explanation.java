package org.eyrie.lrmf.posterior;

import java.util.List;

/**
 * What made a prediction, in logits: {@code intercept}, all contributions, {@code crowd} and {@code withdrawn} add up to
 * {@code logitMean}, since the mean is linear in the measured logits, the shared nodes' and drifts' values and what the crowd
 * expects.
 *
 * @param model whose
 * @param column on what
 * @param intercept the column's own level
 * @param scores contribution of every measured score that has one, the largest first
 * @param shared contribution of every shared node that has one, the largest first
 * @param drifts contribution of every drift that has one, the largest first
 * @param crowd what models that need not be relatives add, beyond what lineage expects; zero where they have no say
 * @param withdrawn what the shared nodes owe to the scores left out, taken back; zero where nothing is left out
 * @param logitMean the predicted logit
 */
public record Explanation(
        int model,
        int column,
        double intercept,
        List<ScoreContribution> scores,
        List<SharedContribution> shared,
        List<FixedEffectContribution> drifts,
        double crowd,
        double withdrawn,
        double logitMean) {

    public Explanation {
        scores = List.copyOf(scores);
        shared = List.copyOf(shared);
        drifts = List.copyOf(drifts);
    }
}
