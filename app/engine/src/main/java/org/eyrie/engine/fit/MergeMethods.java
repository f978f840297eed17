package org.eyrie.engine.fit;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.RecipeStore;
import org.eyrie.model.Relation;

/** How merges were made, where their recipes are known. */
public final class MergeMethods {

    private MergeMethods() {}

    /** Every merge in a piece of lineage. */
    public static Set<ModelId> merges(Neighbourhood graph) {
        return graph.derivations().stream()
                .filter(derivation -> derivation.relation() == Relation.MERGE)
                .map(Derivation::child)
                .collect(Collectors.toSet());
    }

    /** The method of every merge in a piece of lineage that has a recipe. */
    public static Map<ModelId, String> of(Neighbourhood graph, RecipeStore recipes) {
        Set<ModelId> merges = merges(graph);
        return merges.isEmpty() ? Map.of() : recipes.methods(merges);
    }
}
