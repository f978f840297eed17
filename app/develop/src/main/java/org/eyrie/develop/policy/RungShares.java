package org.eyrie.develop.policy;

import java.util.Comparator;
import java.util.List;
import org.eyrie.develop.contest.CommonOrder;
import org.eyrie.develop.contest.Contender;
import org.eyrie.develop.contest.Contenders;

/** Shares of the first items of the common order. */
final class RungShares {

    private final Contenders contenders;
    private final List<Integer> order;

    RungShares(Contenders contenders) {
        this.contenders = contenders;
        this.order = CommonOrder.of(contenders);
    }

    /** By the first items; where they tie, by all that each was asked, then as before. */
    List<Contender> ranked(List<Contender> left, int items) {
        return left.stream()
                .sorted(Comparator.comparingDouble((Contender contender) -> -share(contender, items))
                        .thenComparingDouble(contender -> -contender.share()))
                .toList();
    }

    /** Mean over tasks of the share solved of the first items; unasked ones count for nothing. */
    double share(Contender contender, int items) {
        int tasks = contenders.tasks().count();
        int[] asked = new int[tasks];
        int[] solved = new int[tasks];
        for (int item : order.subList(0, items)) {
            if (contender.asked(item)) {
                asked[contenders.tasks().of(item)]++;
                solved[contenders.tasks().of(item)] += contender.solved(item) ? 1 : 0;
            }
        }
        double sum = 0;
        int of = 0;
        for (int task = 0; task < tasks; task++) {
            if (asked[task] > 0) {
                sum += (double) solved[task] / asked[task];
                of++;
            }
        }
        return of == 0 ? 0 : sum / of;
    }
}
