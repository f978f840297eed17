package org.eyrie.lrmf.outcomes;

import org.eyrie.lrmf.problem.LineageGraph;

/**
 * Everything a fit of outcomes learns from.
 *
 * @param lineage who was made from whom, n models
 * @param outcomes seen cells, n models x m columns
 * @param ties which of the m columns are alike
 * @param covariates what else is known of the n models
 */
public record OutcomeProblem(LineageGraph lineage, OutcomeTable outcomes, ColumnTies ties, Covariates covariates) {

    public OutcomeProblem {
        if (outcomes.rows() != lineage.models()) {
            throw new IllegalArgumentException(
                    "Outcomes of " + outcomes.rows() + " models do not fit a graph of " + lineage.models());
        }
        if (ties.columns() != outcomes.columns()) {
            throw new IllegalArgumentException(
                    ties.columns() + " groups do not fit a table of " + outcomes.columns() + " columns");
        }
        covariates.check(lineage.models());
    }

    /**
     * Outcomes of models of which nothing else is known.
     *
     * @param group what every column belongs to, such as its benchmark; m numbers from 0
     * @param groups number of groups
     */
    public OutcomeProblem(LineageGraph lineage, OutcomeTable outcomes, int[] group, int groups) {
        this(lineage, outcomes, ColumnTies.ofGroups(group, groups), Covariates.NONE);
    }
}
