package org.eyrie.lrmf.binomial;

import org.eyrie.lrmf.LineageGraph;

/**
 * Everything a fit of outcomes learns from.
 *
 * @param lineage who was made from whom, n models
 * @param outcomes seen cells, n models x m columns
 * @param group what every column belongs to, such as its benchmark: columns of a group are expected to be alike; m
 *     numbers from 0
 * @param groups number of groups
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record OutcomeProblem(LineageGraph lineage, OutcomeTable outcomes, int[] group, int groups) {

    public OutcomeProblem {
        if (outcomes.rows() != lineage.models()) {
            throw new IllegalArgumentException(
                    "Outcomes of " + outcomes.rows() + " models do not fit a graph of " + lineage.models());
        }
        if (group.length != outcomes.columns()) {
            throw new IllegalArgumentException(
                    group.length + " groups do not fit a table of " + outcomes.columns() + " columns");
        }
        for (int each : group) {
            if (each < 0 || each >= groups) {
                throw new IllegalArgumentException("No such group: " + each + " of " + groups);
            }
        }
    }
}
