package org.eyrie.lrmf.posterior;

import org.eyrie.lrmf.prior.FixedEffect;

/**
 * What a drift contributes, through all the terms that have it.
 *
 * @param drift a systematic step, such as that of a word in the name
 * @param logit contribution
 */
public record FixedEffectContribution(FixedEffect drift, double logit) {}
