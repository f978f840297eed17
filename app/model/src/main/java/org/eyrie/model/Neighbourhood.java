package org.eyrie.model;

import java.util.List;

/**
 * A piece of the lineage graph around one model.
 *
 * @param models the models, nearest first, those of one distance by id; the first is the centre
 * @param derivations every edge between two of them, by child, then parent
 * @param truncated whether models were left out by the limit on hops or on their number
 */
public record Neighbourhood(List<Model> models, List<Derivation> derivations, boolean truncated) {

    public Neighbourhood {
        models = List.copyOf(models);
        derivations = List.copyOf(derivations);
    }
}
