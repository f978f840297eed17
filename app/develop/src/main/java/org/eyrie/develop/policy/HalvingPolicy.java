package org.eyrie.develop.policy;

import org.eyrie.develop.contest.Budget;
import org.eyrie.develop.contest.Contenders;
import org.eyrie.develop.proposing.GrammarProposer;
import org.eyrie.model.development.SearchRecord;

/** Halves a random subset that is sized to the budget. Needs no model, and is hard to beat. */
final class HalvingPolicy implements SearchPolicy {

    /** Items of the first rung, and from which budget on that many are better than half of it. */
    private static final int FIRST = 12;

    private static final long LARGE = 1500;

    @Override
    public SearchDecision next(SearchRecord record) {
        Contenders contenders = Contenders.of(record);
        long budget = Budget.whole(record);
        int first = budget < LARGE ? FIRST / 2 : FIRST;
        int items = contenders.tasks().items();
        // Where seconds are limited, the budget is known after the first runs only.
        boolean begun = contenders.all().stream().anyMatch(contender -> contender.count() > first);
        int width = HalvingLadder.width(budget, first, items);
        if (!begun && contenders.all().size() < width && !contenders.barren()) {
            return new SearchDecision.Put(GrammarProposer.unlearned()
                    .propose(record, width - contenders.all().size()));
        }
        return HalvingLadder.ofShares(contenders).next(contenders.all(), first);
    }

    /** The first rung of the narrowest ladder: nobody is tried where not all of a rung can be paid. */
    @Override
    public long leastBudget(int items) {
        return HalvingLadder.cost(2, FIRST / 2, items);
    }
}
