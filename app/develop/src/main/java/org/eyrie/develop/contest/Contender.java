package org.eyrie.develop.contest;

import java.util.Arrays;
import java.util.List;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.model.development.Proposal;
import org.jspecify.annotations.Nullable;

/** A program that may win: what it is and which items it solved. Written to while a record is read, and not after. */
public final class Contender {

    private static final byte UNKNOWN = -1;

    private final int place;
    private final Proposal proposal;
    private final ItemTasks tasks;
    private final byte[] outcomes;
    private final int[] asked;
    private final int[] solved;
    private int count;

    Contender(int place, Proposal proposal, ItemTasks tasks) {
        this.place = place;
        this.proposal = proposal;
        this.tasks = tasks;
        this.outcomes = new byte[tasks.items()];
        Arrays.fill(outcomes, UNKNOWN);
        this.asked = new int[tasks.count()];
        this.solved = new int[tasks.count()];
    }

    void add(ItemRun run) {
        List<Integer> items = run.items();
        for (int i = 0; i < items.size(); i++) {
            int item = items.get(i);
            if (outcomes[item] == UNKNOWN) {
                outcomes[item] = (byte) (run.solved(i) ? 1 : 0);
                asked[tasks.of(item)]++;
                solved[tasks.of(item)] += outcomes[item];
                count++;
            }
        }
    }

    /** Where it stands among {@link Contenders#all}, from 0, in the order of proposals. */
    public int place() {
        return place;
    }

    /** Id of its program. */
    public String program() {
        return proposal.program();
    }

    /** Its program as it was proposed. */
    public String text() {
        return proposal.draft().text();
    }

    public Proposal proposal() {
        return proposal;
    }

    /** What it does to the parents; null where nobody could tell. */
    public @Nullable MergeEffect effect() {
        return proposal.effect();
    }

    /** How many items it was asked. */
    public int count() {
        return count;
    }

    public boolean asked(int item) {
        return outcomes[item] != UNKNOWN;
    }

    /** Whether it solved an item; false also where it was not asked. */
    public boolean solved(int item) {
        return outcomes[item] == 1;
    }

    /** How many items of a task it was asked. */
    public int askedOf(int task) {
        return asked[task];
    }

    /** How many items of a task it solved. */
    public int solvedOf(int task) {
        return solved[task];
    }

    /** The raw share: mean over the tasks that it was asked of; NaN where it was asked nothing. */
    public double share() {
        double sum = 0;
        int of = 0;
        for (int task = 0; task < asked.length; task++) {
            if (asked[task] > 0) {
                sum += (double) solved[task] / asked[task];
                of++;
            }
        }
        return of == 0 ? Double.NaN : sum / of;
    }

    /**
     * Variance of the raw share about the share of all items, in squared shares, were its true shares what is likeliest.
     *
     * @param centre where shares of tasks are before any item is known
     * @param strength how many items that is worth
     */
    double variance(double centre, double strength) {
        double sum = 0;
        int of = 0;
        for (int task = 0; task < asked.length; task++) {
            if (asked[task] > 0) {
                double share = (solved[task] + strength * centre) / (asked[task] + strength);
                int all = tasks.size(task);
                double left = all > 1 ? (double) (all - asked[task]) / (all - 1) : 0;
                sum += share * (1 - share) / asked[task] * Math.max(left, 0);
                of++;
            }
        }
        return of == 0 ? Double.POSITIVE_INFINITY : sum / of / of;
    }
}
