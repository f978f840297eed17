package org.eyrie.lrmf.fit;

import org.eyrie.lrmf.lineage.Drift;

/**
 * What a drift contributes, through all the terms that have it.
 *
 * @param drift a systematic step, such as that of a word in the name
 * @param logit contribution
 */
public record DriftContribution(Drift drift, double logit) {}
