package org.eyrie.develop.contest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.SearchItem;

/** Which task each item belongs to; tasks are numbered from 0 in the order in which items name them first. */
public final class ItemTasks {

    private final int[] task;
    private final List<List<Integer>> itemsOf = new ArrayList<>();

    private ItemTasks(DevelopmentPlan plan) {
        List<SearchItem> items = plan.items();
        Map<String, Integer> numbers = new HashMap<>();
        task = new int[items.size()];
        for (int item = 0; item < items.size(); item++) {
            task[item] = numbers.computeIfAbsent(items.get(item).task(), name -> {
                itemsOf.add(new ArrayList<>());
                return itemsOf.size() - 1;
            });
            itemsOf.get(task[item]).add(item);
        }
    }

    public static ItemTasks of(DevelopmentPlan plan) {
        return new ItemTasks(plan);
    }

    /** How many items there are. */
    public int items() {
        return task.length;
    }

    /** How many tasks there are. */
    public int count() {
        return itemsOf.size();
    }

    /** The task of an item. */
    public int of(int item) {
        return task[item];
    }

    /** How many items a task has. */
    public int size(int number) {
        return itemsOf.get(number).size();
    }

    /** The items of a task, ascending. */
    public List<Integer> itemsOf(int number) {
        return List.copyOf(itemsOf.get(number));
    }
}
