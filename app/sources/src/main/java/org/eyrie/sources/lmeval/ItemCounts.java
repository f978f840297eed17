package org.eyrie.sources.lmeval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/** How many items tasks have and how many were run: what the file says, and of groups what their subtasks have together. */
final class ItemCounts {

    private final Subtasks subtasks;
    private final Map<String, Integer> run;
    private final Map<String, Integer> sizes;
    private final Set<String> whole = new HashSet<>();
    private final Set<String> partial = new HashSet<>();

    /** @param results a results file */
    ItemCounts(Map<String, Object> results, Subtasks subtasks) {
        this.subtasks = subtasks;
        Map<String, Integer> effective = new HashMap<>();
        Map<String, Integer> original = new HashMap<>();
        ParsedTree.child(results, "n-samples").forEach((task, samples) -> {
            Integer seen = samples instanceof Map<?, ?> said ? ParsedTree.integer(said.get("effective")) : null;
            Integer all = samples instanceof Map<?, ?> said ? ParsedTree.integer(said.get("original")) : null;
            if (seen != null && seen > 0) {
                effective.put(task, seen);
                original.put(task, all != null && all > seen ? all : seen);
            }
            if (seen != null && all != null) {
                (seen < all ? partial : whole).add(task);
            }
        });
        run = subtasks.upwards(effective, ItemCounts::sum);
        sizes = subtasks.upwards(original, ItemCounts::sum);
    }

    /** Number of items of a task or group that were run; null where it cannot be known. */
    @Nullable
    Integer of(String task) {
        return run.get(task);
    }

    /** Number of items that a task or group has, run or not; null where it cannot be known. */
    @Nullable
    Integer size(String task) {
        return sizes.get(task);
    }

    /** Whether the file says of a task that all of its items were run, or of a group that all of its tasks'. */
    boolean isWhole(String task) {
        return whole.contains(task);
    }

    /**
     * Those tasks and groups of which only a part of the items was run.
     *
     * @param tasks all there are
     * @param limited whether the run was told to see only some items, which a count may belie
     * @param chosen tasks that are known to be partial from elsewhere
     */
    Set<String> partial(Set<String> tasks, boolean limited, Set<String> chosen) {
        Map<String, Boolean> known = new HashMap<>();
        Set<String> all = new HashSet<>(tasks);
        all.addAll(whole);
        all.addAll(partial);
        for (String task : all) {
            boolean told = whole.contains(task) || partial.contains(task);
            if (told || !subtasks.isGroup(task)) {
                known.put(task, chosen.contains(task) || partial.contains(task) || (limited && !whole.contains(task)));
            }
        }
        Map<String, Boolean> with = subtasks.upwards(known, parts -> parts.contains(true));
        Set<String> found = new HashSet<>();
        for (String task : tasks) {
            if (with.getOrDefault(task, limited)) {
                found.add(task);
            }
        }
        return found;
    }

    private static @Nullable Integer sum(List<Integer> counts) {
        long sum = counts.stream().mapToLong(Integer::intValue).sum();
        return sum <= Integer.MAX_VALUE ? (Integer) (int) sum : null;
    }
}
