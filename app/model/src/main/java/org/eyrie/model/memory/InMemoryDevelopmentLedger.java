package org.eyrie.model.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.GivenOrder;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.OrderLedger;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchFaults;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchState;
import org.jspecify.annotations.Nullable;

/** Searches in memory: for tests, and for searches that need not outlive the program. Safe for many threads. */
public final class InMemoryDevelopmentLedger implements DevelopmentLedger, OrderLedger {

    private static final double NANOS = 1e9;

    private final NavigableMap<String, Search> searches = new TreeMap<>();
    private final InstantSource clock;

    public InMemoryDevelopmentLedger() {
        this(InstantSource.system());
    }

    /** @param clock what leases go by */
    public InMemoryDevelopmentLedger(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void begin(DevelopmentPlan plan) {
        Search known = searches.get(plan.id().value());
        if (known == null) {
            searches.put(plan.id().value(), new Search(plan));
        } else {
            SearchFaults.refuseOther(known.plan, plan);
        }
    }

    @Override
    public synchronized SearchRecord read(DevelopmentId id) {
        return search(id).record();
    }

    @Override
    public synchronized SearchState state(DevelopmentId id) {
        return search(id).state;
    }

    @Override
    public synchronized List<DevelopmentId> all() {
        return searches.keySet().stream().map(DevelopmentId::new).toList();
    }

    @Override
    public synchronized void proposed(DevelopmentId id, List<Proposal> proposals) {
        Search search = search(id);
        proposals.forEach(
                proposal -> search.proposals.putIfAbsent(new Place(proposal.round(), proposal.ordinal()), proposal));
    }

    @Override
    public synchronized void ordered(DevelopmentId id, List<RunOrder> orders) {
        Search search = search(id);
        orders.forEach(order -> search.orders.putIfAbsent(order.number(), order));
    }

    @Override
    public synchronized void ran(DevelopmentId id, ItemRun run, double seconds) {
        Search search = search(id);
        SearchFaults.refuseAnswer(id, search.orders.get(run.number()), run);
        if (search.isOpen(run.number())) {
            search.runs.put(run.number(), run);
            search.seconds += seconds;
        }
    }

    @Override
    public synchronized void failed(DevelopmentId id, FailedRun failure, double seconds) {
        Search search = search(id);
        SearchFaults.refuseAnswer(id, search.orders.get(failure.number()), failure);
        if (search.isOpen(failure.number())) {
            search.failures.put(failure.number(), failure);
            search.seconds += seconds;
        }
    }

    @Override
    public synchronized void turn(DevelopmentId id, SearchState state) {
        SearchFaults.refuseTurn(state);
        Search search = search(id);
        if (search.state != SearchState.FINISHED) {
            search.state = state;
        }
    }

    @Override
    public synchronized void finished(DevelopmentId id, String leader, String reason) {
        Search search = search(id);
        if (search.state != SearchState.FINISHED) {
            search.state = SearchState.FINISHED;
            search.leader = leader;
        }
    }

    @Override
    public synchronized boolean lease(DevelopmentId id, String runner, double seconds) {
        Search search = search(id);
        Instant now = clock.instant();
        if (!search.runner.equals(runner) && search.leasedUntil.isAfter(now)) {
            return false;
        }
        search.runner = runner;
        search.leasedUntil = now.plusNanos(Math.round(seconds * NANOS));
        return true;
    }

    @Override
    public synchronized List<RunOrder> take(DevelopmentId id, String worker, int count, double seconds) {
        Search search = search(id);
        Instant now = clock.instant();
        List<RunOrder> taken = search.orders.values().stream()
                .filter(order -> search.isOpen(order.number()))
                .filter(order -> search.taken.get(order.number()) == null
                        || !search.taken.get(order.number()).until().isAfter(now))
                .limit(count)
                .toList();
        Taken lease = new Taken(worker, now, now.plusNanos(Math.round(seconds * NANOS)));
        taken.forEach(order -> search.taken.put(order.number(), lease));
        return taken;
    }

    @Override
    public synchronized Optional<GivenOrder> find(DevelopmentId id, int number) {
        Search search = search(id);
        Taken lease = search.taken.get(number);
        return Optional.ofNullable(search.orders.get(number))
                .map(order -> new GivenOrder(
                        order,
                        lease == null ? null : lease.worker(),
                        lease == null
                                ? 0
                                : Duration.between(lease.since(), clock.instant())
                                                .toNanos()
                                        / NANOS,
                        search.runs.get(number),
                        search.failures.get(number)));
    }

    private Search search(DevelopmentId id) {
        Search search = searches.get(id.value());
        if (search == null) {
            throw SearchFaults.unknown(id, all());
        }
        return search;
    }

    private record Place(int round, int ordinal) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparingInt(Place::round).thenComparingInt(Place::ordinal);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private record Taken(String worker, Instant since, Instant until) {}

    private static final class Search {

        private final DevelopmentPlan plan;
        private final NavigableMap<Place, Proposal> proposals = new TreeMap<>();
        private final NavigableMap<Integer, RunOrder> orders = new TreeMap<>();
        private final Map<Integer, Taken> taken = new HashMap<>();
        private final NavigableMap<Integer, ItemRun> runs = new TreeMap<>();
        private final NavigableMap<Integer, FailedRun> failures = new TreeMap<>();
        private double seconds;
        private SearchState state = SearchState.OPEN;
        private @Nullable String leader;
        private String runner = "";
        private Instant leasedUntil = Instant.MIN;

        private Search(DevelopmentPlan plan) {
            this.plan = plan;
        }

        private boolean isOpen(int order) {
            return !runs.containsKey(order) && !failures.containsKey(order);
        }

        private SearchRecord record() {
            return new SearchRecord(
                    plan,
                    List.copyOf(proposals.values()),
                    List.copyOf(orders.values()),
                    List.copyOf(runs.values()),
                    List.copyOf(failures.values()),
                    seconds,
                    state,
                    leader);
        }
    }
}
