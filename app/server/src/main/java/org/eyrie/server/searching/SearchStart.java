package org.eyrie.server.searching;

import java.nio.file.Path;
import java.util.List;
import org.eyrie.model.development.DevelopmentId;
import org.jspecify.annotations.Nullable;

/**
 * A search as somebody asks for it, on the command line or over the network. What could not be read is null, or not among the
 * parents, and was told.
 *
 * @param base folder of the model that parents were made from
 * @param parents folders of them
 * @param items a file of items, or what a harness logged
 * @param evaluator null for the built-in small Llama
 * @param proposer null for the built-in grammar
 * @param policy name of the way to choose
 * @param seed of all random numbers
 * @param itemsBudget evaluations of one item each
 * @param secondsBudget infinite where there is no limit
 */
public record SearchStart(
        @Nullable DevelopmentId id,
        @Nullable Path base,
        List<Path> parents,
        @Nullable Path items,
        @Nullable OutsideEvaluator evaluator,
        @Nullable OutsideProposer proposer,
        String policy,
        long seed,
        @Nullable Long itemsBudget,
        double secondsBudget) {

    public SearchStart {
        parents = List.copyOf(parents);
    }
}
