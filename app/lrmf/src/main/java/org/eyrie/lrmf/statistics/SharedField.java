package org.eyrie.lrmf.statistics;

import org.eyrie.lrmf.field.PenaltyTerms;
import org.eyrie.lrmf.observation.ObservedCells;

/**
 * What the parts of a field have in common: the nodes at their boundaries.
 *
 * @param terms of these nodes alone that no part has, without fixed effects
 * @param nodes number of them
 * @param cells measured cells of the models among them, which are the first of them
 */
public record SharedField(PenaltyTerms terms, int nodes, ObservedCells cells) {

    /** Nodes none of which is a model. */
    public static SharedField withoutModels(PenaltyTerms terms, int nodes) {
        return new SharedField(terms, nodes, ObservedCells.none());
    }
}
