package org.eyrie.server.searching;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the weights and items of a search lie on this machine.
 *
 * @param parents in the order of the plan
 * @param items a file of items; where a command evaluates, what a first run of it listed
 * @param evaluator the command that evaluates; null for the built-in small Llama
 * @param proposer the language model that writes programs; null for the built-in grammar
 */
public record SearchSources(
        Path base,
        List<Path> parents,
        Path items,
        @Nullable OutsideEvaluator evaluator,
        @Nullable OutsideProposer proposer) {

    /** Without anything from outside. */
    public SearchSources(Path base, List<Path> parents, Path items) {
        this(base, parents, items, null, null);
    }

    public SearchSources {
        base = base.toAbsolutePath().normalize();
        parents = parents.stream()
                .map(parent -> parent.toAbsolutePath().normalize())
                .toList();
        items = items.toAbsolutePath().normalize();
    }
}
