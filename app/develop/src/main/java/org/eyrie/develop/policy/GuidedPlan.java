package org.eyrie.develop.policy;

/**
 * How a budget is divided.
 *
 * @param exploring item evaluations before the finals
 * @param first candidates that are tried before anything is foretold
 * @param gridded points of the hand-made grid that may be among them
 * @param spread weighted sums, spread over all weights, that may be
 * @param items of its own that a candidate is asked while exploring
 * @param scaled items of its own that each of the plain sums is asked, which are the first of all
 * @param foretold mutations of a round; the proposer adds a quarter as many
 * @param batch candidates that are tried after a round
 * @param drawn share of a batch that is drawn at random
 * @param boldness standard deviations that are added to a forecast before the best are chosen
 * @param rung items of the first rung of the finals
 */
record GuidedPlan(
        long exploring,
        int first,
        int gridded,
        int spread,
        int items,
        int scaled,
        int foretold,
        int batch,
        double drawn,
        double boldness,
        int rung) {}
