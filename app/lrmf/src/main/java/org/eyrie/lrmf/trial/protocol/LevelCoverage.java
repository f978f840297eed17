package org.eyrie.lrmf.trial.protocol;

/**
 * What intervals of one level hold.
 *
 * @param level share of truths that they should contain, between 0 and 1
 * @param held share that they do contain
 */
public record LevelCoverage(double level, double held) {}
