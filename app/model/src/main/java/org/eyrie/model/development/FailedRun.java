package org.eyrie.model.development;

/**
 * A run that brought no outcomes. The candidate is not tried again, and its items count as not spent.
 *
 * @param number the run's
 * @param reason what happened and what to do
 */
public record FailedRun(int number, String program, String reason) {}
