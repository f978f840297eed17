package org.eyrie.model;

/**
 * The descendants of a founder, a model that has no parent but children. A model with several founders, such as a
 * merge, counts in each of their families.
 *
 * @param founder the family's name
 * @param size number of models, the founder included
 * @param depth longest of the shortest paths from a descendant up to the founder, in derivations
 * @param evaluated number of models with at least one score
 * @param evaluations number of scores
 */
public record Family(ModelId founder, int size, int depth, int evaluated, int evaluations) {}
