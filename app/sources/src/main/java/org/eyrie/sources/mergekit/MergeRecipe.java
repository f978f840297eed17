package org.eyrie.sources.mergekit;

import java.util.List;
import java.util.Map;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.text.Whole;
import org.eyrie.sources.tree.StrictYaml;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration of mergekit makes of which models.
 *
 * @param method such as {@code slerp}
 * @param rule how the weights were read, in words
 * @param parents the models merged, in the order they are met; weights that are given add up to one where all are, and
 *     never to more
 * @param text the configuration word for word
 * @param unknown keys that nobody reads, each as often as it stands there
 * @param notes what a person should know of it, such as of a model that is subtracted
 */
public record MergeRecipe(
        String method, String rule, List<Parent> parents, String text, List<String> unknown, List<String> notes) {

    /** The kind of training that leaderboards name for merges. */
    private static final String TYPE = "merge";

    /** What a parent is to the merge. */
    public enum Role {
        /** It contributes with its weight. */
        MERGED,
        /** Others are measured against it; it has the share that remains of it, or none. */
        BASE,
        /** An adapter, applied to a model before the merge. */
        ADAPTER
    }

    /**
     * A model that goes into a merge.
     *
     * @param model its name
     * @param weight its share, null where the recipe does not say it
     * @param role what it is to the merge
     * @param revision which state of it, or null
     */
    public record Parent(
            ModelId model,
            @Nullable Double weight,
            Role role,
            @Nullable String revision) {

        /** How the model that is made comes from it. */
        public Relation relation() {
            return role == Role.ADAPTER ? Relation.ADAPTER : Relation.MERGE;
        }
    }

    public MergeRecipe {
        parents = List.copyOf(parents);
        unknown = List.copyOf(unknown);
        notes = List.copyOf(notes);
    }

    /** What the method says of the model: it is a merge, and a mixture of experts or not. */
    public Traits traits() {
        Boolean moe = method.equals(MergeDocument.MIXTURE) ? Boolean.TRUE : null;
        return new Traits(null, null, TYPE, null, null, moe, null, null);
    }

    /**
     * The parents whose architecture and size it has where they agree: those that are merged, and none where layers are
     * stacked or models become experts, which changes both.
     */
    public List<ModelId> build() {
        boolean other = method.equals(MergeDocument.MIXTURE) || method.equals("passthrough");
        return parents.stream()
                .filter(parent -> !other && parent.role() != Role.ADAPTER)
                .map(Parent::model)
                .toList();
    }

    /**
     * Reads a configuration, of one document or several. The one without a name is the model; what is named by another
     * is replaced by what that was made of.
     *
     * @throws UnreadableException if it is none
     */
    public static MergeRecipe read(Input input) throws java.io.IOException {
        return parse(Place.of(input.name()), Whole.text(input, StrictYaml.MAX_LENGTH));
    }

    /** As {@link #read}, from text. */
    public static MergeRecipe parse(Place place, String text) throws UnreadableException {
        List<Map<String, Object>> documents = StrictYaml.documents(place, text);
        if (documents.isEmpty()) {
            throw new UnreadableException(place, "The file is empty: it must hold a merge configuration");
        }
        try {
            return new MergeDocuments(documents).recipe(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(place, "This is no merge configuration: " + e.getMessage());
        }
    }
}
