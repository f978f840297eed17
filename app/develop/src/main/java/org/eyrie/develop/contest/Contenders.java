package org.eyrie.develop.contest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.ProposalOutcome;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchRecord;
import org.jspecify.annotations.Nullable;

/**
 * All programs of a search that are new, were not refused, and did not fail, with what they solved. Does not depend on the
 * order in which runs came in, as two cores have none.
 */
public final class Contenders {

    /** So many rounds without anything new, and there is nothing left to find. */
    private static final int BARREN = 5;

    private final SearchRecord record;
    private final ItemTasks tasks;
    private final Map<String, Contender> byId = new LinkedHashMap<>();
    private final List<Contender> all;

    private Contenders(SearchRecord record) {
        this.record = record;
        this.tasks = ItemTasks.of(record.plan());
        Set<String> failed = new HashSet<>();
        for (FailedRun failure : record.failures()) {
            failed.add(failure.program());
        }
        record.proposals().stream()
                .filter(proposal -> proposal.outcome() == ProposalOutcome.NEW && !failed.contains(proposal.program()))
                .sorted(Comparator.comparingInt(Proposal::round).thenComparingInt(Proposal::ordinal))
                .forEach(proposal ->
                        byId.computeIfAbsent(proposal.program(), id -> new Contender(byId.size(), proposal, tasks)));
        record.runs().stream().sorted(Comparator.comparingInt(ItemRun::number)).forEach(run -> {
            Contender contender = byId.get(run.program());
            if (contender != null) {
                contender.add(run);
            }
        });
        this.all = List.copyOf(byId.values());
    }

    public static Contenders of(SearchRecord record) {
        return new Contenders(record);
    }

    public SearchRecord record() {
        return record;
    }

    public ItemTasks tasks() {
        return tasks;
    }

    /** In the order of proposals. */
    public List<Contender> all() {
        return all;
    }

    /** Those that were asked at least one item. */
    public List<Contender> tried() {
        return all.stream().filter(contender -> contender.count() > 0).toList();
    }

    /** Those that were asked nothing yet. */
    public List<Contender> untried() {
        return all.stream().filter(contender -> contender.count() == 0).toList();
    }

    /** By id of its program; null where that is no contender. */
    public @Nullable Contender find(String program) {
        return byId.get(program);
    }

    /** How many rounds of proposals there were. */
    public int rounds() {
        return 1 + record.proposals().stream().mapToInt(Proposal::round).max().orElse(-1);
    }

    /** Whether the last rounds brought nothing new, so that asking again is of no use. */
    public boolean barren() {
        int rounds = rounds();
        return rounds >= BARREN
                && record.proposals().stream()
                        .noneMatch(proposal ->
                                proposal.round() >= rounds - BARREN && proposal.outcome() == ProposalOutcome.NEW);
    }

    /** Orders that came to nothing yet, in their order. */
    public static List<RunOrder> pending(SearchRecord record) {
        Map<Integer, Boolean> done = new HashMap<>();
        record.runs().forEach(run -> done.put(run.number(), true));
        record.failures().forEach(failure -> done.put(failure.number(), true));
        List<RunOrder> pending = new ArrayList<>(record.orders());
        pending.removeIf(order -> done.containsKey(order.number()));
        pending.sort(Comparator.comparingInt(RunOrder::number));
        return pending;
    }
}
