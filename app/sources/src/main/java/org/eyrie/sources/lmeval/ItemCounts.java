package org.eyrie.sources.lmeval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/**
 * How many items tasks have: what the file says, and of groups what their subtasks have together.
 *
 * <p>Worked out from the leaves upwards, a generation a round, so that groups that hold themselves or that are nested
 * without end cost nothing but stay unknown.
 */
final class ItemCounts {

    /** The harness nests groups three deep. */
    private static final int GENERATIONS = 20;

    private final Map<String, Integer> counts = new HashMap<>();

    /** @param results a results file */
    ItemCounts(Map<String, Object> results) {
        ParsedTree.child(results, "n-samples").forEach((task, samples) -> {
            Integer effective = samples instanceof Map<?, ?> said ? ParsedTree.integer(said.get("effective")) : null;
            if (effective != null && effective > 0) {
                counts.put(task, effective);
            }
        });
        Map<String, List<?>> groups = new HashMap<>();
        ParsedTree.child(results, "group_subtasks").forEach((group, subtasks) -> {
            if (subtasks instanceof List<?> list && !list.isEmpty() && !counts.containsKey(group)) {
                groups.put(group, list);
            }
        });
        for (int generation = 0; generation < GENERATIONS && !groups.isEmpty(); generation++) {
            Map<String, Integer> found = new HashMap<>();
            groups.forEach((group, subtasks) -> {
                Integer sum = sum(subtasks);
                if (sum != null) {
                    found.put(group, sum);
                }
            });
            if (found.isEmpty()) {
                return;
            }
            counts.putAll(found);
            groups.keySet().removeAll(new ArrayList<>(found.keySet()));
        }
    }

    /** Number of items of a task or group; null where it cannot be known. */
    @Nullable
    Integer of(String task) {
        return counts.get(task);
    }

    private @Nullable Integer sum(List<?> subtasks) {
        long sum = 0;
        for (Object subtask : subtasks) {
            Integer count = subtask instanceof String name ? counts.get(name) : null;
            if (count == null) {
                return null;
            }
            sum += count;
        }
        return sum <= Integer.MAX_VALUE ? (Integer) (int) sum : null;
    }
}
