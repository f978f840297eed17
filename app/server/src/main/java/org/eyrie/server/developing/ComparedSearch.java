package org.eyrie.server.developing;

import org.eyrie.develop.report.ForetoldRuns;

/**
 * What one search of a comparison came to.
 *
 * @param policy as the comparison was asked for it
 * @param budget item evaluations that it might spend
 * @param seed of its random numbers
 * @param leader the program that it chose
 * @param share raw share of the leader, on the items that the search asked it
 * @param mean posterior mean of that
 * @param development share of all development items, which the search did not know
 * @param test share of the test items
 * @param spent item evaluations
 * @param candidates programs that it described
 * @param overhead milliseconds of processor time a candidate, that went into anything but making and evaluating merges
 * @param foretold forecasts that the search wrote down before runs, and how many of them held
 */
public record ComparedSearch(
        String policy,
        long budget,
        long seed,
        String leader,
        double share,
        double mean,
        double development,
        double test,
        long spent,
        int candidates,
        double overhead,
        ForetoldRuns foretold) {}
