package org.eyrie.server.searching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eyrie.model.EyrieException;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.GivenOrder;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.ProposalOutcome;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchState;
import org.eyrie.program.Program;
import org.eyrie.program.mergekit.MergekitExport;
import org.eyrie.server.registry.Network;
import org.eyrie.server.stores.Session;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Hands orders of searches to workers outside and takes their answers. Between two questions nothing is kept but what can be
 * read again: who was killed, worker or service, goes on where the ledger is.
 */
public final class PulledWork implements AutoCloseable {

    /** A worker's request is answered after this at the latest. */
    private static final int PATIENCE_SECONDS = 15;

    private static final int SOON = 2;
    private static final double NANOS = 1e9;

    private final Session session;
    private final SourceFiles files;
    private final Network network;
    private final Clock clock;
    private final FinalWork finals;
    private final Map<DevelopmentId, SearchRun> opened = new ConcurrentHashMap<>();
    private final Map<DevelopmentId, CompletableFuture<SearchRecord>> advancing = new ConcurrentHashMap<>();
    private final Map<DevelopmentId, Instant> answered = new ConcurrentHashMap<>();
    private final ExecutorService thinker = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work, "orders for workers");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closing;

    /** Of all searches that were begun on this machine. */
    public PulledWork(Session session, SourceFiles files, Network network, Clock clock) {
        this.session = session;
        this.files = files;
        this.network = network;
        this.clock = clock;
        this.finals = new FinalWork(session.finals(), clock);
    }

    /**
     * Gives a worker orders, thinking of the next ones where none wait. When the search has ended and its finalists are
     * settled, they are those of the test items.
     *
     * @param count how many at most, from 1
     * @param seconds after which others get what was not answered
     * @throws InvalidInputException if there is no such search, no workers evaluate it, or nothing could be tried at all
     */
    public LeasedWork lease(DevelopmentId id, String worker, int count, double seconds) {
        SearchRecord record = session.developments().read(id);
        SearchRun run = opened.computeIfAbsent(id, name -> SearchRun.open(name, files, session.developments()));
        PullBench bench = run.pulled();
        if (record.state() != SearchState.OPEN) {
            opened.remove(id);
            if (!finals.isOpen(id)) {
                return new LeasedWork(record.state(), List.of(), SOON);
            }
            PullBench.Asked items = bench.judged();
            List<LeasedOrder> judged = finals.take(id, items, worker, count, seconds).stream()
                    .map(given -> leased(record, given.order(), given.text(), items))
                    .toList();
            return new LeasedWork(record.state(), judged, SOON);
        }
        List<RunOrder> taken = session.orders().take(id, worker, count, seconds);
        if (taken.isEmpty()) {
            SearchState state = advanced(id, run, record).state();
            taken = state == SearchState.OPEN ? session.orders().take(id, worker, count, seconds) : List.of();
            if (taken.isEmpty()) {
                return new LeasedWork(state, List.of(), SOON);
            }
        }
        SearchRecord current = session.developments().read(id);
        PullBench.Asked items = bench.developed();
        return new LeasedWork(
                current.state(),
                taken.stream()
                        .map(order -> leased(current, order, text(current, order), items))
                        .toList(),
                SOON);
    }

    /**
     * Keeps what a worker says. All is looked at before any is kept; of two answers to one order the first counts.
     *
     * @throws InvalidInputException with every fault
     */
    public List<CountedAnswer> answer(DevelopmentId id, List<WorkerAnswer> answers) {
        boolean judged = answers.stream().anyMatch(answer -> FinalWork.is(answer.number()));
        PullBench.Asked items = judged
                ? SearchRun.open(id, files, session.developments()).pulled().judged()
                : new PullBench.Asked(List.of());
        AnswerCheck check = new AnswerCheck(
                id,
                number -> FinalWork.is(number)
                        ? finals.find(id, number, items)
                        : session.orders().find(id, number));
        List<AnswerCheck.Checked> checked = check.all(answers);
        return checked.stream()
                .map(one -> FinalWork.is(one.given().order().number()) ? finals.keep(id, one, items) : kept(id, one))
                .toList();
    }

    private CountedAnswer kept(DevelopmentId id, AnswerCheck.Checked answer) {
        ItemRun run = answer.run();
        FailedRun failure = answer.failure();
        double seconds = seconds(id, answer.given());
        if (run != null) {
            session.developments().ran(id, run, seconds);
        } else if (failure != null) {
            session.developments().failed(id, failure, seconds);
        }
        int number = answer.given().order().number();
        GivenOrder now = session.orders().find(id, number).orElse(answer.given());
        ItemRun known = now.run();
        boolean counted = run == null ? now.failure() != null : run.equals(known);
        return new CountedAnswer(
                number, counted, known == null ? 0 : known.items().size());
    }

    /** Of the clock since the last answer, or since the order was taken where that is less: workers side by side count once. */
    private double seconds(DevelopmentId id, GivenOrder given) {
        Instant now = clock.instant();
        Instant last = answered.put(id, now);
        double since =
                last == null ? Double.MAX_VALUE : Duration.between(last, now).toNanos() / NANOS;
        return Math.max(0, Math.min(since, given.seconds()));
    }

    private static String text(SearchRecord record, RunOrder order) {
        return record.proposals().stream()
                .filter(proposal -> proposal.outcome() == ProposalOutcome.NEW
                        && proposal.program().equals(order.program()))
                .map(Proposal::draft)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("An order of no candidate: " + order.program()))
                .text();
    }

    private static LeasedOrder leased(SearchRecord record, RunOrder order, String text, PullBench.Asked items) {
        return new LeasedOrder(
                order.number(),
                order.program(),
                text,
                record.plan().base(),
                record.plan().parents(),
                mergekit(record, text),
                items.of(order));
    }

    private static @Nullable String mergekit(SearchRecord record, String text) {
        try {
            return MergekitExport.yaml(
                    Program.parse(text),
                    record.plan().base().value(),
                    record.plan().parents().stream().map(Object::toString).toList(),
                    "");
        } catch (InvalidInputException noCounterpart) {
            return null;
        }
    }

    /** One thread at a time thinks of one search; whoever asks meanwhile waits for it, though not for ever. */
    private SearchRecord advanced(DevelopmentId id, SearchRun run, SearchRecord record) {
        CompletableFuture<SearchRecord> thought =
                advancing.computeIfAbsent(id, name -> CompletableFuture.supplyAsync(() -> think(name, run), thinker));
        try {
            return thought.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return record;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EyrieException refused) {
                throw refused;
            }
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("Interrupted.");
        }
    }

    private SearchRecord think(DevelopmentId id, SearchRun run) {
        try {
            return run.advance(clock, network, Progress.of((step, done, total) -> {}, () -> closing));
        } finally {
            advancing.remove(id);
        }
    }

    @Override
    public void close() {
        closing = true;
        thinker.shutdown();
    }
}
