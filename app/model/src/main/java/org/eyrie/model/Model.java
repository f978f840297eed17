package org.eyrie.model;

import org.jspecify.annotations.Nullable;

/**
 * A language model: a node of the lineage graph, evaluated or not.
 *
 * @param id its name
 * @param traits what is known of it; {@link Traits#UNKNOWN} for a stub, a model that only an edge or a score names
 * @param revision the state that its source described last, such as a commit, or null where nobody says
 */
public record Model(ModelId id, Traits traits, @Nullable String revision) {

    /** A model of which no revision is known. */
    public Model(ModelId id, Traits traits) {
        this(id, traits, null);
    }

    /** A model of which nothing but its name is known. */
    public static Model stub(ModelId id) {
        return new Model(id, Traits.UNKNOWN);
    }

    /** This model under another name. */
    public Model withId(ModelId other) {
        return new Model(other, traits, revision);
    }

    /** This model, and what {@code older}, of the same id, says where nothing is known here. */
    public Model orElse(Model older) {
        return new Model(id, traits.orElse(older.traits), revision != null ? revision : older.revision);
    }
}
