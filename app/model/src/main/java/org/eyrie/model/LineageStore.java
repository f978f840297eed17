package org.eyrie.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Read access to models and their derivations. Every method may throw {@link StoreUnavailableException}. */
public interface LineageStore {

    /** How many generations the ancestry and descendants of a model reach at most. */
    int MAX_HOPS = 128;

    /** How many models a neighbourhood holds at most. */
    int MAX_MODELS = 100_000;

    /** The model of that id; empty where there is none. */
    Optional<Model> find(ModelId id);

    /** The models of those ids, by id; unknown ones yield nothing. */
    List<Model> find(Collection<ModelId> ids);

    /** Those of the ids that the store knows. */
    Set<ModelId> known(Collection<ModelId> ids);

    /**
     * Models by id.
     *
     * @param search only ids that contain this, whatever the case; null for all
     * @param cursor where the last page ended, null for the first page
     * @param limit length of a page, at least one
     */
    Page<Model> models(@Nullable String search, @Nullable String cursor, int limit);

    /**
     * Every derivation among the ancestors of a model, nearest first, then by child and parent.
     *
     * @param maxHops how many generations to climb, from one to {@link #MAX_HOPS}
     * @throws UnknownModelException if the model is not in the store; a known model without parents yields an empty
     *     list
     */
    List<Derivation> ancestry(ModelId model, int maxHops);

    /**
     * What a model was made from directly.
     *
     * @throws UnknownModelException if the model is not in the store
     */
    default Set<ModelId> parents(ModelId model) {
        return ancestry(model, 1).stream().map(Derivation::parent).collect(Collectors.toSet());
    }

    /** What some models were made from directly, by child, then parent; models that are unknown yield nothing. */
    List<Derivation> parents(Collection<ModelId> models);

    /** Every derivation among the descendants of a model; as {@link #ancestry} in all else. */
    List<Derivation> descendants(ModelId model, int maxHops);

    /**
     * A part of {@link #descendants(ModelId, int)}, in its order. What comes before and after it is not read, as far as it
     * lies in the part's own generation, however many children a model has.
     *
     * @param cursor where the last part ended, null for the first one
     * @param limit length of a part, at least one
     * @throws UnknownModelException if the model is not in the store
     * @throws IllegalArgumentException if no part ended with the cursor
     */
    Page<Derivation> descendants(ModelId model, int maxHops, @Nullable String cursor, int limit);

    /**
     * Everything within {@code hops} derivations of a model in either direction, breadth-first: nearest first, then by
     * id. Where they are more than {@code maxModels}, the first in that order.
     *
     * @param hops from zero to {@link #MAX_HOPS}
     * @param maxModels from one to {@link #MAX_MODELS}
     * @throws UnknownModelException if the model is not in the store
     */
    Neighbourhood neighbourhood(ModelId model, int hops, int maxModels);

    /** The whole graph; models by id, there is no centre. */
    Neighbourhood everything();

    /**
     * Other models with a parent in common, by id.
     *
     * @throws UnknownModelException if the model is not in the store
     */
    List<ModelId> siblings(ModelId model);

    /**
     * A part of {@link #siblings(ModelId)}, in its order, of which the rest is not read.
     *
     * @param cursor where the last part ended, null for the first one
     * @param limit length of a part, at least one
     * @throws UnknownModelException if the model is not in the store
     */
    Page<ModelId> siblings(ModelId model, @Nullable String cursor, int limit);

    /**
     * Common ancestors of two models that have no descendant which is one too, by id. A model counts as its own
     * ancestor.
     *
     * @throws UnknownModelException if one of them is not in the store
     */
    List<ModelId> lowestCommonAncestors(ModelId one, ModelId other);

    /**
     * Families, largest first, then by founder.
     *
     * @param cursor where the last page ended, null for the first page
     * @param limit length of a page, at least one
     */
    Page<Family> families(@Nullable String cursor, int limit);

    /** Refuses a limit on hops outside of {@code least} to {@link #MAX_HOPS}. */
    static void checkHops(int hops, int least) {
        if (hops < least || hops > MAX_HOPS) {
            throw new IllegalArgumentException("Hops must be between " + least + " and " + MAX_HOPS + ", not " + hops);
        }
    }

    /** Refuses a limit on models outside of 1 to {@link #MAX_MODELS}. */
    static void checkMaxModels(int maxModels) {
        if (maxModels < 1 || maxModels > MAX_MODELS) {
            throw new IllegalArgumentException(
                    "The limit on models must be between 1 and " + MAX_MODELS + ", not " + maxModels);
        }
    }

    /** Refuses pages without rows. */
    static void checkLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("A limit must be at least 1, not " + limit);
        }
    }
}
