package org.eyrie.lrmf.posterior;

/**
 * A model's numbers in the field, a normal distribution: what all its scores come from.
 *
 * @param mean d numbers
 * @param covariance d x d, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // read at once by linear algebra
public record Ability(double[] mean, double[] covariance) {}
