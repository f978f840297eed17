package org.eyrie.model;

/**
 * A language model: a node of the lineage graph, evaluated or not.
 *
 * @param id its name
 * @param traits what is known of it; {@link Traits#UNKNOWN} for a stub, a model that only an edge or a score names
 */
public record Model(ModelId id, Traits traits) {

    /** A model of which nothing but its name is known. */
    public static Model stub(ModelId id) {
        return new Model(id, Traits.UNKNOWN);
    }
}
