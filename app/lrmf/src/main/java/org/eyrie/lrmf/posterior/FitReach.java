package org.eyrie.lrmf.posterior;

/**
 * How far a fit reaches.
 *
 * @param lastDay day of publication of the last model the fit has scores of; negative infinity where no day is known
 * @param exactness what of it was approximated
 */
public record FitReach(double lastDay, Exactness exactness) {}
