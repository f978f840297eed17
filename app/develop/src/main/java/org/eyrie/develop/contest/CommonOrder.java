package org.eyrie.develop.contest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Items in random orders that take the tasks in turn, so that any beginning of one is stratified by task. */
public final class CommonOrder {

    private CommonOrder() {}

    /** The same for all who are compared with each other on the same items. */
    public static List<Integer> of(Contenders contenders) {
        long seed = contenders.record().plan().settings().seed();
        return drawn(contenders.tasks(), Draws.of(seed, 0, "common order of items"));
    }

    /**
     * Items of a candidate's own that it was not asked before.
     *
     * @param count how many at most
     * @return ascending
     */
    public static List<Integer> own(Contenders contenders, Contender contender, int count) {
        long seed = contenders.record().plan().settings().seed();
        Random random = Draws.of(seed, contender.count(), "items of " + contender.program());
        return first(contender, drawn(contenders.tasks(), random), count);
    }

    /** The first so many of an order that were not asked before, ascending. */
    public static List<Integer> first(Contender contender, List<Integer> order, int count) {
        List<Integer> items = new ArrayList<>();
        for (int item : order) {
            if (items.size() < count && !contender.asked(item)) {
                items.add(item);
            }
        }
        Collections.sort(items);
        return items;
    }

    private static List<Integer> drawn(ItemTasks tasks, Random random) {
        List<List<Integer>> queues = new ArrayList<>();
        for (int task = 0; task < tasks.count(); task++) {
            List<Integer> queue = new ArrayList<>(tasks.itemsOf(task));
            Collections.shuffle(queue, random);
            queues.add(queue);
        }
        // Tasks in another order each time: of 3 items of 6 tasks the first 3 tasks would have all otherwise.
        Collections.shuffle(queues, random);
        List<Integer> order = new ArrayList<>();
        for (int turn = 0; order.size() < tasks.items(); turn++) {
            for (List<Integer> queue : queues) {
                if (turn < queue.size()) {
                    order.add(queue.get(turn));
                }
            }
        }
        return order;
    }
}
