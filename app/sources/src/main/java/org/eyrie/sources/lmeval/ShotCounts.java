package org.eyrie.sources.lmeval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/**
 * Number of examples in the prompts of tasks. A group was run with what its subtasks were run with, where they agree,
 * whatever the file says of it: old files repeat the first one's.
 */
final class ShotCounts {

    private final Map<String, Set<Integer>> counts;

    /** @param results a results file */
    ShotCounts(Map<String, Object> results, Subtasks subtasks) {
        Map<String, Set<Integer>> told = new HashMap<>();
        ParsedTree.child(results, "n-shot").forEach((task, shots) -> {
            Integer count = ParsedTree.integer(shots);
            if (count != null && count >= 0) {
                told.put(task, Set.of(count));
            }
        });
        Map<String, Set<Integer>> tasks = new HashMap<>(told);
        tasks.keySet().removeIf(subtasks::isGroup);
        counts = new HashMap<>(told);
        counts.putAll(subtasks.upwards(tasks, parts -> {
            Set<Integer> together = new HashSet<>();
            parts.forEach(together::addAll);
            return together;
        }));
    }

    /** Shots of a task or group; null where nobody says, or where a group's subtasks differ. */
    @Nullable
    Integer of(String task) {
        Set<Integer> count = counts.getOrDefault(task, Set.of());
        return count.size() == 1 ? count.iterator().next() : null;
    }
}
