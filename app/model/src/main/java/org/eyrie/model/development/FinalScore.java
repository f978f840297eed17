package org.eyrie.model.development;

/**
 * How a finalist did on test items.
 *
 * @param outcomes a character for each test item in their order: {@code 1} solved, {@code 0} not
 * @param share mean over tasks of the share solved, 0 to 1
 * @param lower of its interval of 95 %
 * @param upper of its interval of 95 %
 */
public record FinalScore(String program, String outcomes, double share, double lower, double upper) {}
