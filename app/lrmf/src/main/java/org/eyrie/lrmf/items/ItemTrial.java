package org.eyrie.lrmf.items;

/**
 * Figures of forecasts of one benchmark from one number of observed items.
 *
 * @param benchmark which
 * @param standing what was known besides the items
 * @param chosen whether items were chosen to tell most, or at random
 * @param observed how many
 * @param rmse error of the whole benchmark's score, root mean square
 * @param coverage share of truths that the intervals held
 * @param width mean width of the intervals
 * @param models how many were held out
 */
public record ItemTrial(
        int benchmark,
        ColdOrInformed standing,
        boolean chosen,
        int observed,
        double rmse,
        double coverage,
        double width,
        int models) {}
