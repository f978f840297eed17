package org.eyrie.develop.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eyrie.develop.contest.Budget;
import org.eyrie.develop.contest.CommonOrder;
import org.eyrie.develop.contest.Contender;
import org.eyrie.develop.contest.Contenders;
import org.eyrie.develop.contest.Draws;
import org.eyrie.develop.contest.Posteriors;
import org.eyrie.develop.proposing.Breeding;
import org.eyrie.develop.proposing.GrammarProposer;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchRecord;

/**
 * The published method (arXiv 2410.15639) as a control: three rounds, the same items for all, no forecast, feed-forward tensors
 * only, the best of each round bred from. Of the method's 15 finalists the one with the best share leads; the built-in grammar
 * stands for its language model.
 */
final class PaperPolicy implements SearchPolicy {

    private static final int ROUNDS = 3;
    private static final int ITEMS = 100;

    /** Items of a run where the budget is small. */
    private static final int LEAST = 6;

    private static final int KEPT = 3;

    @Override
    public SearchDecision next(SearchRecord record) {
        Contenders contenders = Contenders.of(record);
        List<Integer> order = CommonOrder.of(contenders);
        int items = (int) Math.min(Math.min(ITEMS, order.size()), Math.max(LEAST, Budget.whole(record) / 9));
        List<RunOrder> orders = new ArrayList<>();
        long left = Budget.left(record);
        for (Contender contender : contenders.untried()) {
            left -= items;
            if (left >= 0) {
                orders.add(new RunOrder(
                        record.orders().size() + orders.size(),
                        contender.program(),
                        CommonOrder.first(contender, order, items),
                        false,
                        Double.NaN,
                        Double.NaN));
            }
        }
        if (!orders.isEmpty()) {
            return new SearchDecision.Run(orders);
        }
        List<Contender> ranked = Posteriors.of(contenders).ranked();
        int count = (int) (Budget.whole(record) / items / ROUNDS);
        if (contenders.rounds() < ROUNDS && Budget.left(record) >= items) {
            return new SearchDecision.Put(drafts(contenders, ranked, Math.max(1, count)));
        }
        return ranked.isEmpty()
                ? new SearchDecision.Run(List.of())
                : new SearchDecision.Finish(ranked.get(0).program(), "The best after three rounds.");
    }

    @Override
    public long leastBudget(int items) {
        return Math.min(LEAST, items);
    }

    private static List<ProgramDraft> drafts(Contenders contenders, List<Contender> ranked, int count) {
        SearchRecord record = contenders.record();
        Random random = Draws.of(record.plan().settings().seed(), contenders.rounds(), "round of the paper");
        List<Contender> kept = ranked.subList(0, Math.min(KEPT * contenders.rounds(), ranked.size()));
        List<ProgramDraft> drafts =
                new ArrayList<>(Breeding.of(contenders, kept, random).drafts(count / 2));
        drafts.addAll(GrammarProposer.unlearned().propose(record, count - drafts.size()));
        return drafts.stream().map(PaperPolicy::feedForward).toList();
    }

    /** Other tensors stay the base's. Of what has names or is the base alone nothing is made. */
    private static ProgramDraft feedForward(ProgramDraft draft) {
        String text = draft.text();
        String start = "base + ";
        return text.startsWith(start) && !text.contains("kind(mlp=1)")
                ? new ProgramDraft(
                        start + "kind(mlp=1) * (" + text.substring(start.length()) + ")",
                        draft.origin(),
                        draft.varies(),
                        draft.note())
                : draft;
    }
}
