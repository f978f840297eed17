package org.eyrie.develop.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eyrie.develop.contest.Budget;
import org.eyrie.develop.contest.CommonOrder;
import org.eyrie.develop.contest.Contender;
import org.eyrie.develop.contest.Contenders;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchRecord;

/**
 * Successive halving on the same items: all are asked the first of them, the better half twice as many, until one is left or
 * the items or the budget are at their end.
 */
final class HalvingLadder {

    /** Who is better after a rung. */
    @FunctionalInterface
    interface Ranking {

        /**
         * The best first.
         *
         * @param left who is ranked
         * @param items how many of the common order all of them were asked
         * @param then the record as it was when the last of them had answered
         */
        List<Contender> of(List<Contender> left, int items, SearchRecord then);
    }

    private final Contenders contenders;
    private final List<Integer> order;
    private final Ranking ranking;

    /** Ranks by the items that all were asked; where they tie, by all that each was asked. */
    static HalvingLadder ofShares(Contenders contenders) {
        RungShares shares = new RungShares(contenders);
        return new HalvingLadder(contenders, (left, items, then) -> shares.ranked(left, items));
    }

    HalvingLadder(Contenders contenders, Ranking ranking) {
        this.contenders = contenders;
        this.order = CommonOrder.of(contenders);
        this.ranking = ranking;
    }

    /** What a ladder of that width costs at most, in item evaluations. */
    static long cost(int width, int first, int items) {
        long cost = 0;
        int done = 0;
        int next = Math.min(first, items);
        int left = width;
        while (left > 1 && next > done) {
            cost += (long) left * (next - done);
            done = next;
            next = Math.min(items, 2 * next);
            left = Math.max(1, left / 2);
        }
        return cost;
    }

    /** The widest that a budget pays, at least 2. */
    static int width(long budget, int first, int items) {
        int width = 2;
        while (cost(width + 1, first, items) <= budget) {
            width++;
        }
        return width;
    }

    /**
     * The next orders, or the end.
     *
     * @param start who takes part, the best before any of this first
     * @param first items of the first rung
     */
    SearchDecision next(List<Contender> start, int first) {
        if (start.isEmpty()) {
            return new SearchDecision.Run(List.of());
        }
        List<Contender> left = start;
        int items = Math.min(first, order.size());
        while (true) {
            List<RunOrder> orders = orders(left, items);
            if (!orders.isEmpty()) {
                return new SearchDecision.Run(orders);
            }
            List<Contender> ranked = ranking.of(left, items, at(left, items));
            if (ranked.size() == 1
                    || items == order.size()
                    || !missing(left, items).isEmpty()) {
                return finish(ranked.get(0));
            }
            left = ranked.subList(0, Math.max(1, ranked.size() / 2));
            items = Math.min(order.size(), 2 * items);
        }
    }

    private static SearchDecision.Finish finish(Contender best) {
        return new SearchDecision.Finish(
                best.program(), "The best of the finalists on the items that the last of them were asked.");
    }

    private List<Contender> missing(List<Contender> left, int items) {
        return left.size() < 2
                ? List.of()
                : left.stream()
                        .filter(contender -> order.subList(0, items).stream().anyMatch(item -> !contender.asked(item)))
                        .toList();
    }

    /** Nothing where everything was asked, or where not all can be paid. */
    private List<RunOrder> orders(List<Contender> left, int items) {
        SearchRecord record = contenders.record();
        List<RunOrder> orders = new ArrayList<>();
        long cost = 0;
        for (Contender contender : missing(left, items)) {
            List<Integer> asked = new ArrayList<>();
            for (int item : order.subList(0, items)) {
                if (!contender.asked(item)) {
                    asked.add(item);
                }
            }
            Collections.sort(asked);
            cost += asked.size();
            orders.add(new RunOrder(
                    record.orders().size() + orders.size(), contender.program(), asked, false, Double.NaN, Double.NaN));
        }
        return cost <= Budget.left(record) ? orders : List.of();
    }

    /** The record up to the last answer that this rung waited for. */
    private SearchRecord at(List<Contender> left, int items) {
        Set<String> programs = new HashSet<>();
        left.forEach(contender -> programs.add(contender.program()));
        Set<Integer> rung = new HashSet<>(order.subList(0, items));
        int last = -1;
        for (RunOrder given : contenders.record().orders()) {
            if (programs.contains(given.program()) && rung.containsAll(given.items())) {
                last = Math.max(last, given.number());
            }
        }
        return Prefix.of(contenders.record(), Math.max(last + 1, left.size()));
    }
}
