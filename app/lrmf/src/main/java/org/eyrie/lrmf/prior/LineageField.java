package org.eyrie.lrmf.prior;

import java.util.List;
import org.eyrie.lrmf.field.PenaltyTerms;

/**
 * A lineage as a field. Nodes are, in this order: the models; nodes of single families, such as sibling effects; shared
 * nodes, such as clades, which families have in common.
 *
 * @param models number of models
 * @param inner number of nodes that belong to single families, the models included
 * @param shared keys of the shared nodes, whose numbers start at {@code inner}
 * @param terms residuals
 * @param dictionary what their classes and fixed effects are, and which nodes are shared
 * @param parents per model
 * @param relation how each model came from its parents, -1 for one that has none
 * @param kinds architecture and rounded size per model, as far as known
 */
@SuppressWarnings({"ArrayRecordComponent", "exports"}) // terms are for within the module
public record LineageField(
        int models,
        int inner,
        List<NodeKey> shared,
        PenaltyTerms terms,
        SharedDictionary dictionary,
        int[][] parents,
        int[] relation,
        NodeKey[] kinds) {

    /** Number of nodes. */
    public int nodes() {
        return inner + shared.size();
    }

    /** A model's parents. */
    public int[] parents(int model) {
        return parents[model];
    }
}
