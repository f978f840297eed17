package org.eyrie.develop.report;

/**
 * What is known of a candidate. Raw share and posterior mean belong together: of many that were tried, the best raw share is
 * luck in part.
 *
 * @param program its id
 * @param text the program as it was proposed
 * @param items how many development items it was asked
 * @param share raw share of them that it solved, mean over tasks, 0 to 1
 * @param mean its likely share of all development items, shrunk towards the candidates of this search: that by which the
 *     search ranks them, so with {@code guided} what near kin solved is in it
 * @param sd standard deviation of that
 */
public record CandidateReport(String program, String text, int items, double share, double mean, double sd) {}
