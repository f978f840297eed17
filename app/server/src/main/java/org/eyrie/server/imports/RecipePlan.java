package org.eyrie.server.imports;

import org.eyrie.engine.ask.PlannedModel;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Relation;
import org.eyrie.sources.mergekit.MergeRecipe;

/** A planned merge, read from the configuration that would make it. */
public final class RecipePlan {

    private RecipePlan() {}

    /**
     * The model that the configuration would make: of the parents, shares, relations and method that an import of it would give
     * a model that was made by it.
     *
     * @throws InvalidInputException if it has too many parents, or none
     */
    public static PlannedModel of(MergeRecipe recipe) {
        return new PlannedModel(
                        recipe.parents().stream()
                                .map(parent ->
                                        new PlannedModel.Parent(parent.model(), parent.weight(), parent.relation()))
                                .toList(),
                        Relation.MERGE)
                .by(recipe.method());
    }
}
