package org.eyrie.model.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eyrie.model.WriteSummary.Counts;
import org.jspecify.annotations.Nullable;

/**
 * What a write would do to facts of one kind.
 *
 * @param rows the facts to put, only those that are new or different
 * @param counts how many are what
 */
record Change<T>(Iterable<T> rows, Counts counts) {

    /**
     * Compares facts with those there.
     *
     * @param key what two versions of one fact have in common
     * @param orElse a newer version completed by an older one
     * @param stored the version that is there, null for none
     */
    static <K, T> Change<T> between(
            Stream<T> facts, Function<T, K> key, BinaryOperator<T> orElse, Function<K, @Nullable T> stored) {
        Map<K, T> latest = new HashMap<>();
        facts.forEach(fact -> latest.merge(key.apply(fact), fact, (older, newer) -> orElse.apply(newer, older)));
        Map<K, T> rows = new HashMap<>();
        int created = 0;
        int changed = 0;
        for (Map.Entry<K, T> entry : latest.entrySet()) {
            T older = stored.apply(entry.getKey());
            if (older == null) {
                rows.put(entry.getKey(), entry.getValue());
                created++;
                continue;
            }
            T merged = orElse.apply(entry.getValue(), older);
            if (!merged.equals(older)) {
                rows.put(entry.getKey(), merged);
                changed++;
            }
        }
        return new Change<>(rows.values(), new Counts(created, latest.size() - created - changed, changed));
    }

    boolean isEmpty() {
        return counts.created() + counts.changed() == 0;
    }
}
