package org.eyrie.sources.mergekit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param parents the models merged, in the order they are met; weights that are given add up to one
 * @param text the configuration word for word
 * @param unknown keys that nobody reads, each as often as it stands there
 */
public record MergeRecipe(String method, String rule, List<Parent> parents, String text, List<String> unknown) {

    /** The kind of training that leaderboards name for merges. */
    private static final String TYPE = "merge";

    /** What a parent is to the merge. */
    public enum Role {
        /** It contributes with its weight. */
        MERGED,
        /** Others are measured against it. Its own share is not known, unless it contributes too. */
        BASE,
        /** An adapter, applied to a model before the merge. */
        ADAPTER
    }

    /**
     * A model that goes into a merge.
     *
     * @param model its name
     * @param weight its share, null where the method knows none for its role
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
     * Reads a configuration, of one document or several. The last one is the model; what is named by an earlier one
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
            Map<String, Contributions> named = new HashMap<>();
            for (Map<String, Object> tree : documents.subList(0, documents.size() - 1)) {
                MergeDocument document = new MergeDocument(tree);
                if (document.name() == null) {
                    throw new IllegalArgumentException("every document but the last one must have a name");
                }
                named.put(document.name(), unfolded(document.shares(), named));
            }
            MergeDocument last = new MergeDocument(documents.get(documents.size() - 1));
            List<String> unknown = documents.stream()
                    .flatMap(tree -> UnknownKeys.in(tree).stream())
                    .toList();
            return new MergeRecipe(last.method(), last.rule(), parents(unfolded(last.shares(), named)), text, unknown);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(place, "This is no merge configuration: " + e.getMessage());
        }
    }

    private static Contributions unfolded(Contributions shares, Map<String, Contributions> named) {
        Contributions unfolded = new Contributions();
        shares.normalised().forEach((model, share) -> {
            Contributions earlier = named.get(model.path());
            if (earlier == null) {
                unfolded.add(model, share);
            } else {
                unfolded.addAll(earlier, share);
            }
        });
        for (ModelReference base : shares.bases()) {
            Contributions earlier = named.get(base.path());
            if (earlier == null) {
                unfolded.addBase(base);
            } else {
                earlier.normalised().keySet().forEach(unfolded::addBase);
                earlier.bases().forEach(unfolded::addBase);
            }
        }
        return unfolded;
    }

    // One model may stand in several slices, or under several revisions: there is one edge to it.
    private static List<Parent> parents(Contributions shares) {
        Map<ModelId, Parent> parents = new LinkedHashMap<>();
        Set<ModelReference> adapters = new LinkedHashSet<>();
        shares.normalised().forEach((reference, share) -> {
            ModelId id = reference.id();
            parents.merge(id, new Parent(id, share, Role.MERGED, reference.revision()), MergeRecipe::together);
            if (reference.lora() != null) {
                adapters.add(reference.lora());
            }
        });
        for (ModelReference base : shares.bases()) {
            ModelId id = base.id();
            parents.compute(
                    id,
                    (key, known) -> new Parent(id, known == null ? null : known.weight(), Role.BASE, base.revision()));
            if (base.lora() != null) {
                adapters.add(base.lora());
            }
        }
        for (ModelReference adapter : adapters) {
            ModelId id = adapter.id();
            parents.putIfAbsent(id, new Parent(id, null, Role.ADAPTER, adapter.revision()));
        }
        return new ArrayList<>(parents.values());
    }

    private static Parent together(Parent one, Parent other) {
        double sum = (one.weight() == null ? 0 : one.weight()) + (other.weight() == null ? 0 : other.weight());
        return new Parent(one.model(), Math.min(1, sum), one.role(), one.revision());
    }
}
