package org.eyrie.model;

import org.jspecify.annotations.Nullable;

/**
 * An edge of the lineage graph: a child was made from a parent. There is at most one per (child, parent).
 *
 * @param child the model that was made
 * @param parent a model it was made from, never the child itself
 * @param relation how
 * @param weight the parent's share in a merge, from 0 to 1, or null where nobody says
 * @param evidence where this is known from, such as {@code mergekit_config.yml} or an address, or null
 */
public record Derivation(
        ModelId child,
        ModelId parent,
        Relation relation,
        @Nullable Double weight,
        @Nullable String evidence) {

    public Derivation {
        if (child.equals(parent)) {
            throw new IllegalArgumentException("A model cannot be its own parent: " + child);
        }
        if (weight != null && !(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("A weight must be between 0 and 1: " + weight);
        }
    }

    /** This derivation, and what {@code older}, the same edge, says where nothing is known here. */
    public Derivation orElse(Derivation older) {
        return new Derivation(
                child,
                parent,
                relation == Relation.UNKNOWN ? older.relation : relation,
                weight != null ? weight : older.weight,
                evidence != null ? evidence : older.evidence);
    }
}
