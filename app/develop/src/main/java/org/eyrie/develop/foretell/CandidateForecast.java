package org.eyrie.develop.foretell;

/**
 * What is expected of a candidate.
 *
 * @param mean of its true score, 0 to 1: the mean over tasks of its chance to solve an item of each
 * @param sd standard deviation of the true score, as far as is known; scores of so many items scatter about it in addition
 * @param asked how many items it was asked so far
 */
public record CandidateForecast(double mean, double sd, int asked) {}
