package org.eyrie.develop.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.eyrie.develop.contest.Budget;
import org.eyrie.develop.contest.CommonOrder;
import org.eyrie.develop.contest.Contender;
import org.eyrie.develop.contest.Contenders;
import org.eyrie.develop.contest.Draws;
import org.eyrie.develop.contest.LikelyShares;
import org.eyrie.develop.proposing.Breeding;
import org.eyrie.develop.proposing.HandMadeGrid;
import org.eyrie.develop.proposing.SpreadWeights;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramOrigin;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchRecord;

/**
 * Foretells many, tries the most promising, halves finalists.
 *
 * <p>While it explores, every candidate has few items of its own: with the same few for all, a search learns those by heart.
 * Rounds come in pairs, mutations of the best and programs of the proposer, then a batch is run. Finalists have the same items.
 */
final class GuidedPolicy implements SearchPolicy {

    private final GuidedSettings settings;

    GuidedPolicy(GuidedSettings settings) {
        this.settings = settings;
    }

    @Override
    public SearchDecision next(SearchRecord record) {
        GuidedPlan plan = settings.plan(Budget.whole(record));
        int explored = explored(record, plan.exploring());
        Contenders contenders = Contenders.of(record);
        boolean barren = contenders.barren() && contenders.untried().isEmpty();
        if (record.spent() >= plan.exploring() || barren || Budget.left(record) < plan.items()) {
            return finals(record, explored, plan);
        }
        int rounds = contenders.rounds();
        if (rounds == 0) {
            return new SearchDecision.Put(sample(record, plan));
        }
        int before = HandMadeGrid.scales().size() + plan.first();
        int wanted = rounds < 2 ? 0 : before + plan.batch() * ((rounds - 2) / 2);
        if (rounds % 2 == 0
                && record.orders().size() < wanted
                && !contenders.untried().isEmpty()) {
            return record.orders().isEmpty()
                    ? first(contenders, plan)
                    : batch(contenders, plan, wanted - record.orders().size());
        }
        if (rounds == 1) {
            return new SearchDecision.Ask(plan.first());
        }
        return rounds % 2 == 0
                ? new SearchDecision.Put(mutations(contenders, plan))
                : new SearchDecision.Ask(Math.max(1, plan.foretold() / 4));
    }

    /** Kin included: a merge of these parents that does nearly the same did nearly as well. */
    @Override
    public LikelyShares likely(Contenders contenders) {
        return Promise.of(contenders, List.of());
    }

    /** Explores with runs of its plan's size, however few items there are to choose by. */
    @Override
    public long leastBudget(int items) {
        long least = 1;
        while (settings.plan(least).exploring() < 1 || settings.plan(least).items() > least) {
            least++;
        }
        return least;
    }

    /** What somebody would try first, and some of the rest of the grid or of all weighted sums. */
    private static List<ProgramDraft> sample(SearchRecord record, GuidedPlan plan) {
        List<ProgramDraft> drafts = new ArrayList<>(HandMadeGrid.scales());
        List<ProgramDraft> grid =
                new ArrayList<>(HandMadeGrid.of(record.plan().parents().size()));
        Collections.shuffle(grid, Draws.of(record.plan().settings().seed(), 0, "sample of the grid"));
        drafts.addAll(grid.subList(0, Math.min(grid.size(), plan.gridded())));
        drafts.addAll(SpreadWeights.of(
                record.plan().parents().size(),
                plan.spread(),
                Draws.of(record.plan().settings().seed(), 0, "spread weights")));
        return drafts;
    }

    private static List<ProgramDraft> mutations(Contenders contenders, GuidedPlan plan) {
        SearchRecord record = contenders.record();
        Random random = Draws.of(record.plan().settings().seed(), contenders.rounds(), "mutations");
        List<Contender> ranked = Promise.of(contenders, List.of()).ranked();
        return Breeding.of(contenders, ranked, random).drafts(plan.foretold());
    }

    /** What another search found and what somebody would try first, then others at random. */
    private static SearchDecision first(Contenders contenders, GuidedPlan plan) {
        List<Contender> pool = new ArrayList<>(contenders.untried());
        List<Contender> chosen = brought(pool, pool.size());
        pool.removeAll(chosen);
        chosen.addAll(pool.subList(0, Math.min(HandMadeGrid.scales().size(), pool.size())));
        int known = chosen.size();
        pool.removeAll(chosen);
        Collections.shuffle(
                pool, Draws.of(contenders.record().plan().settings().seed(), contenders.rounds(), "drawn at random"));
        chosen.addAll(pool.subList(0, Math.min(plan.first(), pool.size())));
        return orders(
                contenders, plan, chosen, chosen.subList(known, chosen.size()), Promise.of(contenders, List.of()));
    }

    /** The most promising of the last rounds, and some at random, which tell how good forecasts are. */
    private static SearchDecision batch(Contenders contenders, GuidedPlan plan, int count) {
        SearchRecord record = contenders.record();
        long seed = record.plan().settings().seed();
        List<Contender> fresh = Promise.recent(contenders, 4);
        Promise promise = Promise.of(contenders, fresh);
        List<Contender> pool = new ArrayList<>(fresh);
        Collections.shuffle(pool, Draws.of(seed, contenders.rounds(), "drawn at random"));
        List<Contender> brought = brought(pool, count);
        pool.removeAll(brought);
        int room = count - brought.size();
        int drawn = (int) Math.round(plan.drawn() * room);
        List<Contender> chosen = new ArrayList<>(pool.subList(0, Math.min(drawn, pool.size())));
        List<Contender> random = List.copyOf(chosen);
        pool.removeAll(chosen);
        // What another search found is tried before anything foretold: it was good somewhere.
        chosen.addAll(brought);
        chosen.addAll(promise.best(pool, count - chosen.size(), plan.boldness()));
        return orders(contenders, plan, chosen, random, promise);
    }

    private static List<Contender> brought(List<Contender> pool, int most) {
        return pool.stream()
                .filter(contender -> contender.proposal().draft().origin() == ProgramOrigin.TRANSFER)
                .limit(most)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static SearchDecision orders(
            Contenders contenders, GuidedPlan plan, List<Contender> chosen, List<Contender> random, Promise promise) {
        SearchRecord record = contenders.record();
        List<RunOrder> orders = new ArrayList<>();
        long left = Budget.left(record);
        for (Contender contender : chosen) {
            boolean scale = record.orders().isEmpty() && !random.contains(contender);
            List<Integer> items = CommonOrder.own(contenders, contender, scale ? plan.scaled() : plan.items());
            left -= items.size();
            if (left >= 0) {
                orders.add(new RunOrder(
                        record.orders().size() + orders.size(),
                        contender.program(),
                        items,
                        random.contains(contender),
                        promise.mean(contender),
                        promise.sd(contender)));
            }
        }
        return new SearchDecision.Run(orders);
    }

    /** How many orders belong to exploring: those before it had spent its share. */
    private static int explored(SearchRecord record, long share) {
        long spent = 0;
        for (int i = 0; i < record.orders().size(); i++) {
            if (spent >= share) {
                return i;
            }
            int number = record.orders().get(i).number();
            spent += record.runs().stream()
                    .filter(run -> run.number() == number)
                    .mapToInt(run -> run.items().size())
                    .sum();
        }
        return record.orders().size();
    }

    /** The finalists are those of the record as it was when exploring ended. */
    private static SearchDecision finals(SearchRecord record, int explored, GuidedPlan plan) {
        SearchRecord before = Prefix.of(record, explored);
        Contenders then = Contenders.of(before);
        Contenders now = Contenders.of(record);
        long budget = Budget.left(record)
                + record.runs().stream()
                        .filter(run -> run.number() >= explored)
                        .mapToInt(run -> run.items().size())
                        .sum();
        int width = HalvingLadder.width(budget, plan.rung(), now.tasks().items());
        List<Contender> finalists = new ArrayList<>();
        for (Contender contender : Promise.of(then, List.of()).ranked()) {
            Contender same = now.find(contender.program());
            if (same != null && finalists.size() < width) {
                finalists.add(same);
            }
        }
        return new HalvingLadder(now, (left, items, at) -> ranked(left, at)).next(finalists, plan.rung());
    }

    /** By all that is known, kin included: finalists are near each other, and a few items more tell little alone. */
    private static List<Contender> ranked(List<Contender> left, SearchRecord at) {
        Contenders then = Contenders.of(at);
        Promise promise = Promise.of(then, List.of());
        return left.stream()
                .sorted(Comparator.comparingDouble((Contender contender) -> {
                            Contender earlier = then.find(contender.program());
                            return earlier == null ? 0 : -promise.mean(earlier);
                        })
                        .thenComparingInt(Contender::place))
                .toList();
    }
}
