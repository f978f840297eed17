package org.eyrie.sources.lmeval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks groups are made of. What is known of tasks is worked out for groups from the leaves upwards, a generation a
 * round, so that groups that hold themselves or that are nested without end cost nothing but stay unknown.
 */
final class Subtasks {

    /** The harness nests groups three deep. */
    private static final int GENERATIONS = 20;

    private final Map<String, List<String>> groups = new HashMap<>();

    /** @param results a results file */
    Subtasks(Map<String, Object> results) {
        ParsedTree.child(results, "group_subtasks").forEach((group, subtasks) -> {
            if (subtasks instanceof List<?> list && !list.isEmpty()) {
                groups.put(group, list.stream().map(String::valueOf).toList());
            }
        });
    }

    boolean isGroup(String task) {
        return groups.containsKey(task);
    }

    /** Whether the file says which groups there are at all. */
    boolean areTold() {
        return !groups.isEmpty();
    }

    /**
     * What is known of tasks, and of groups that are not among them what their subtasks are together, where all of those
     * are known.
     *
     * @param together of what is known of the subtasks; null where nothing follows
     */
    <T> Map<String, T> upwards(Map<String, T> tasks, Function<List<T>, @Nullable T> together) {
        Map<String, T> known = new HashMap<>(tasks);
        Map<String, List<String>> open = new HashMap<>(groups);
        open.keySet().removeAll(tasks.keySet());
        for (int generation = 0; generation < GENERATIONS && !open.isEmpty(); generation++) {
            Map<String, T> found = new HashMap<>();
            open.forEach((group, subtasks) -> {
                T value = known.keySet().containsAll(subtasks) ? together.apply(of(subtasks, known)) : null;
                if (value != null) {
                    found.put(group, value);
                }
            });
            if (found.isEmpty()) {
                break;
            }
            known.putAll(found);
            open.keySet().removeAll(found.keySet());
        }
        return known;
    }

    private static <T> List<T> of(List<String> subtasks, Map<String, T> known) {
        List<T> values = new ArrayList<>(subtasks.size());
        for (String subtask : subtasks) {
            T value = known.get(subtask);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
