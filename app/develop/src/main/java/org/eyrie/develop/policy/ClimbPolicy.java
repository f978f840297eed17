package org.eyrie.develop.policy;

import java.util.List;
import java.util.Random;
import org.eyrie.develop.contest.Budget;
import org.eyrie.develop.contest.CommonOrder;
import org.eyrie.develop.contest.Contender;
import org.eyrie.develop.contest.Contenders;
import org.eyrie.develop.contest.Draws;
import org.eyrie.develop.proposing.Breeding;
import org.eyrie.develop.proposing.HandMadeGrid;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchRecord;

/** Changes a weighted sum a little and keeps what solves no fewer of the same 120 items. */
final class ClimbPolicy implements SearchPolicy {

    private static final int ITEMS = 120;

    /** Items of a run where the budget is small. */
    private static final int LEAST = 6;

    @Override
    public SearchDecision next(SearchRecord record) {
        Contenders contenders = Contenders.of(record);
        if (contenders.rounds() == 0) {
            return new SearchDecision.Put(HandMadeGrid.scales());
        }
        List<Integer> order = CommonOrder.of(contenders);
        // A budget that does not pay for a few tries has fewer items a try.
        int items = (int) Math.min(Math.min(ITEMS, order.size()), Math.max(LEAST, Budget.whole(record) / 8));
        List<Contender> untried = contenders.untried();
        boolean payable = Budget.left(record) >= items;
        if (!untried.isEmpty() && payable) {
            Contender next = untried.get(0);
            return new SearchDecision.Run(List.of(new RunOrder(
                    record.orders().size(),
                    next.program(),
                    CommonOrder.first(next, order, items),
                    false,
                    Double.NaN,
                    Double.NaN)));
        }
        Contender best = best(contenders);
        if (best == null) {
            return new SearchDecision.Run(List.of());
        }
        if (!payable || contenders.barren()) {
            return new SearchDecision.Finish(best.program(), "No change that was tried solved more.");
        }
        Random random = Draws.of(record.plan().settings().seed(), contenders.rounds(), "step");
        return new SearchDecision.Put(
                Breeding.of(contenders, List.of(best), random).steps(1));
    }

    @Override
    public long leastBudget(int items) {
        return Math.min(LEAST, items);
    }

    /** The last that was no worse than all before. */
    private static @org.jspecify.annotations.Nullable Contender best(Contenders contenders) {
        Contender best = null;
        for (Contender contender : contenders.tried()) {
            if (best == null || contender.share() >= best.share()) {
                best = contender;
            }
        }
        return best;
    }
}
