package org.eyrie.develop.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.eyrie.develop.contest.Budget;
import org.eyrie.develop.contest.CommonOrder;
import org.eyrie.develop.contest.Contender;
import org.eyrie.develop.contest.Contenders;
import org.eyrie.develop.contest.Draws;
import org.eyrie.develop.contest.Posteriors;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchRecord;

/** Draws programs once and asks each the same number of items of its own: searches without choosing. */
final class EqualSharesPolicy implements SearchPolicy {

    /** Runs given at once. */
    private static final int BATCH = 16;

    private final BiFunction<SearchRecord, Integer, List<ProgramDraft>> source;
    private final ToIntFunction<SearchRecord> share;

    /**
     * @param source drafts, as many as asked or fewer
     * @param share items that each is asked
     */
    EqualSharesPolicy(BiFunction<SearchRecord, Integer, List<ProgramDraft>> source, ToIntFunction<SearchRecord> share) {
        this.source = source;
        this.share = share;
    }

    @Override
    public SearchDecision next(SearchRecord record) {
        Contenders contenders = Contenders.of(record);
        long whole = Budget.whole(record);
        int items = (int)
                Math.min(Math.min(share.applyAsInt(record), contenders.tasks().items()), whole);
        int wanted = (int) (whole / items);
        if (contenders.untried().isEmpty() && contenders.all().size() < wanted && !contenders.barren()) {
            List<ProgramDraft> drafts =
                    source.apply(record, wanted - contenders.all().size());
            if (!drafts.isEmpty()) {
                return new SearchDecision.Put(drafts);
            }
        }
        List<Contender> untried = new ArrayList<>(contenders.untried());
        Collections.shuffle(untried, Draws.of(record.plan().settings().seed(), 0, "who is tried"));
        List<RunOrder> orders = new ArrayList<>();
        long left = Budget.left(record);
        for (Contender contender : untried) {
            if (orders.size() < BATCH && left >= items) {
                orders.add(new RunOrder(
                        record.orders().size() + orders.size(),
                        contender.program(),
                        CommonOrder.own(contenders, contender, items),
                        true,
                        Double.NaN,
                        Double.NaN));
                left -= items;
            }
        }
        List<Contender> ranked = Posteriors.of(contenders).ranked();
        return !orders.isEmpty() || ranked.isEmpty()
                ? new SearchDecision.Run(orders)
                : new SearchDecision.Finish(ranked.get(0).program(), "The best of all that the budget paid for.");
    }
}
