package org.eyrie.server.searching;

import java.util.List;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.SearchBudget;
import org.jspecify.annotations.Nullable;

/**
 * A search that somebody wants to begin over the network.
 *
 * @param base folder of the model that parents were made from, or the name of one that comes along
 * @param parents of each the same, at least one
 * @param items a file of items, or a folder of what a harness logged; null for those that come with the base
 * @param pulled whether workers evaluate it; the built-in small Llama does otherwise
 * @param policy name of the way to choose
 * @param seed of all random numbers
 */
public record SearchStart(
        DevelopmentId id,
        String base,
        List<String> parents,
        @Nullable String items,
        boolean pulled,
        String policy,
        long seed,
        SearchBudget budget) {

    public SearchStart {
        parents = List.copyOf(parents);
    }
}
