package org.eyrie.model.development;

import java.util.List;
import org.eyrie.model.ModelId;

/**
 * A search before its first round.
 *
 * @param parents at least one
 * @param benchmark what benchmarks of its tasks begin with, such as {@code ciphers}
 * @param items the development split, in an order that never changes: outcomes are kept by position
 */
public record DevelopmentPlan(
        DevelopmentId id,
        ModelId base,
        List<ModelId> parents,
        String benchmark,
        List<SearchItem> items,
        SearchSettings settings) {

    public DevelopmentPlan {
        parents = List.copyOf(parents);
        items = List.copyOf(items);
        if (parents.isEmpty() || items.isEmpty()) {
            throw new IllegalArgumentException("A search needs parents and items");
        }
    }

    /** The tasks in the order in which items name them first. */
    public List<String> tasks() {
        return items.stream().map(SearchItem::task).distinct().toList();
    }
}
