package org.eyrie.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Read access to recipes. Every method may throw {@link StoreUnavailableException}. */
public interface RecipeStore {

    /** The recipe of a model; empty where there is none, or no such model. */
    Optional<Recipe> recipe(ModelId model);

    /** The recipes of some models, by model; models that are unknown or have none yield nothing. */
    List<Recipe> recipes(Collection<ModelId> models);

    /** The methods of some models' recipes, such as {@code slerp}, by model; those without a recipe are left out. */
    Map<ModelId, String> methods(Collection<ModelId> models);
}
