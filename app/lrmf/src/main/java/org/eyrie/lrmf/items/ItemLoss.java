package org.eyrie.lrmf.items;

/**
 * Figures of single items of models none of whose items was seen.
 *
 * @param benchmark which
 * @param standing what was known of the models
 * @param logLoss mean negative logarithm of the chance given to what happened
 * @param baseline the same of each item's share of successes among the models that were not held out
 * @param gap mean distance between chance and frequency over ten classes of chances: 0 is perfect calibration
 * @param cells how many outcomes were predicted
 */
public record ItemLoss(
        int benchmark, ColdOrInformed standing, double logLoss, double baseline, double gap, long cells) {}
