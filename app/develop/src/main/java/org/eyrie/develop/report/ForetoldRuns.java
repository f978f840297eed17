package org.eyrie.develop.report;

import java.util.HashMap;
import java.util.Map;
import org.eyrie.develop.contest.ItemTasks;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchRecord;

/**
 * How good a search's forecasts were: those written down with an order, before anybody ran it, against the share that the run
 * brought. Of orders drawn at random this is an honest test; those that were chosen for a high forecast tend to fall below it.
 *
 * @param drawn runs of candidates drawn at random that had a forecast
 * @param drawnHeld those of them whose share lay within 90 % of forecast and items
 * @param chosen runs of candidates chosen for their forecast
 * @param chosenHeld those of them whose share lay within
 */
public record ForetoldRuns(int drawn, int drawnHeld, int chosen, int chosenHeld) {

    /** Deviations of a normal that hold 90 %. */
    private static final double DEVIATIONS = 1.645;

    /** Chances nearer to 0 or 1 than this would leave no room for the items' luck. */
    private static final double LEAST = .02;

    public static ForetoldRuns of(SearchRecord record) {
        Map<Integer, ItemRun> runs = new HashMap<>();
        record.runs().forEach(run -> runs.put(run.number(), run));
        ItemTasks tasks = ItemTasks.of(record.plan());
        int[] all = new int[2];
        int[] held = new int[2];
        for (RunOrder order : record.orders()) {
            ItemRun run = runs.get(order.number());
            if (run != null && Double.isFinite(order.mean()) && Double.isFinite(order.sd())) {
                int kind = order.drawn() ? 0 : 1;
                all[kind]++;
                held[kind] += holds(order, run, tasks) ? 1 : 0;
            }
        }
        return new ForetoldRuns(all[0], held[0], all[1], held[1]);
    }

    private static boolean holds(RunOrder order, ItemRun run, ItemTasks tasks) {
        int[] asked = new int[tasks.count()];
        int[] solved = new int[tasks.count()];
        for (int i = 0; i < run.items().size(); i++) {
            int task = tasks.of(run.items().get(i));
            asked[task]++;
            solved[task] += run.solved(i) ? 1 : 0;
        }
        double chance = Math.max(LEAST, Math.min(1 - LEAST, order.mean()));
        double share = 0;
        double variance = 0;
        int of = 0;
        for (int task = 0; task < asked.length; task++) {
            if (asked[task] > 0) {
                share += (double) solved[task] / asked[task];
                variance += chance * (1 - chance) / asked[task];
                of++;
            }
        }
        double deviation = Math.sqrt(order.sd() * order.sd() + variance / of / of);
        return Math.abs(share / of - order.mean()) <= DEVIATIONS * deviation;
    }
}
