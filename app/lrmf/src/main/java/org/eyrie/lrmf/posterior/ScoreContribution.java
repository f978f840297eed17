package org.eyrie.lrmf.posterior;

/**
 * What a measured score contributes.
 *
 * @param model whose score, the explained model's own included
 * @param column on what
 * @param logit contribution; positive where the score raises the prediction
 */
public record ScoreContribution(int model, int column, double logit) {}
