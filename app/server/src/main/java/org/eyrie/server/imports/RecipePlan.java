package org.eyrie.server.imports;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Relation;
import org.eyrie.server.predict.PlannedModel;
import org.eyrie.sources.mergekit.MergeRecipe;

/** A planned merge, read from the configuration that would make it. */
public final class RecipePlan {

    private RecipePlan() {}

    /**
     * The model that the configuration would make. A model without a share in it is left out; where a share is not
     * known, as that of the base of a task-vector merge, all count alike.
     *
     * @throws InvalidInputException if it has too many parents, or none
     */
    public static PlannedModel of(MergeRecipe recipe) {
        List<MergeRecipe.Parent> merged = new ArrayList<>(recipe.parents());
        merged.removeIf(parent -> parent.weight() != null && parent.weight() == 0);
        boolean weighed = merged.stream().allMatch(parent -> parent.weight() != null);
        return new PlannedModel(
                merged.stream()
                        .map(parent -> new PlannedModel.Parent(parent.model(), weighed ? parent.weight() : null))
                        .toList(),
                Relation.MERGE);
    }
}
