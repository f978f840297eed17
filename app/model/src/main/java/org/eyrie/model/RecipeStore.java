package org.eyrie.model;

import java.util.Optional;

/** Read access to recipes. Every method may throw {@link StoreUnavailableException}. */
public interface RecipeStore {

    /** The recipe of a model; empty where there is none, or no such model. */
    Optional<Recipe> recipe(ModelId model);
}
