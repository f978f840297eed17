package org.eyrie.develop.loop;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eyrie.develop.contest.Budget;
import org.eyrie.develop.contest.Contenders;
import org.eyrie.develop.policy.SearchDecision;
import org.eyrie.develop.policy.SearchPolicy;
import org.eyrie.develop.port.MergeEvaluator;
import org.eyrie.develop.port.MergeMaker;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramOrigin;
import org.eyrie.model.development.ProgramProposer;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.ProposalOutcome;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchState;
import org.eyrie.program.Program;
import org.eyrie.task.Progress;

/**
 * Runs a search: asks the policy what to do, does it, and records it before and after. It keeps nothing to itself, so whoever
 * runs it again after it was killed goes on where the ledger is.
 */
public final class SearchLoop {

    private final DevelopmentLedger ledger;
    private final SearchPolicy policy;
    private final ProgramProposer proposer;
    private final MergeMaker maker;
    private final MergeEvaluator evaluator;
    private final Clock clock;
    private final String runner;

    /**
     * For searches over one set of parents.
     *
     * @param runner name of who runs, for the lease
     */
    public SearchLoop(
            DevelopmentLedger ledger,
            SearchPolicy policy,
            ProgramProposer proposer,
            MergeMaker maker,
            MergeEvaluator evaluator,
            Clock clock,
            String runner) {
        this.ledger = ledger;
        this.policy = policy;
        this.proposer = proposer;
        this.maker = maker;
        this.evaluator = evaluator;
        this.clock = clock;
        this.runner = runner;
    }

    /**
     * Runs a search to its end, or until somebody asks it to stop, which the merges that are being evaluated do not hear; a
     * stopped one goes on, a finished one is left as it is.
     *
     * @return the record as it is then
     * @throws InvalidInputException if there is no such search, somebody else runs it, nothing could be tried at all, or one run
     *     after another fails
     * @throws org.eyrie.task.CancelledException if {@code progress} says so; run it again and it goes on
     */
    public SearchRecord run(DevelopmentId id, Progress progress) {
        SearchRecord record = ledger.read(id);
        if (record.state() == SearchState.FINISHED) {
            return record;
        }
        try (LeaseKeeper lease = LeaseKeeper.take(ledger, id, runner)) {
            ledger.turn(id, SearchState.OPEN);
            RunRecorder recorder = new RunRecorder(ledger, id, clock);
            record = ledger.read(id);
            while (record.state() == SearchState.OPEN) {
                progress.check();
                lease.check();
                step(record, recorder, progress);
                record = ledger.read(id);
                if (recorder.failsOnly()) {
                    throw SearchEnd.givenUp(record, recorder.failedInARow());
                }
            }
            return record;
        }
    }

    /**
     * Goes on until orders wait for answers, which others give, or the search is at its end. One that was stopped is left as it
     * is.
     *
     * @return the record as it is then
     * @throws InvalidInputException as {@link #run}
     * @throws org.eyrie.task.CancelledException as there
     */
    public SearchRecord advance(DevelopmentId id, Progress progress) {
        SearchRecord record = ledger.read(id);
        if (!decides(record)) {
            return record;
        }
        try (LeaseKeeper lease = LeaseKeeper.take(ledger, id, runner)) {
            record = ledger.read(id);
            while (decides(record)) {
                progress.check();
                lease.check();
                decide(record, progress);
                record = ledger.read(id);
            }
            return record;
        }
    }

    /**
     * Makes the first round of a search: programs that somebody brings, and what its policy would begin with. Where it has a
     * round nothing changes.
     *
     * @return the record as it is then
     * @throws InvalidInputException as {@link #run}
     */
    public SearchRecord begin(DevelopmentId id, List<ProgramDraft> brought, Progress progress) {
        try (LeaseKeeper lease = LeaseKeeper.take(ledger, id, runner)) {
            SearchRecord record = ledger.read(id);
            if (!record.proposals().isEmpty()) {
                return record;
            }
            lease.check();
            List<ProgramDraft> drafts = new ArrayList<>(brought);
            SearchDecision decision = policy.next(record);
            if (decision instanceof SearchDecision.Put put) {
                drafts.addAll(put.drafts());
            } else if (decision instanceof SearchDecision.Ask ask) {
                drafts.addAll(proposer.propose(record, ask.count()));
            }
            propose(record, drafts, progress);
            return ledger.read(id);
        }
    }

    /**
     * Evaluates the orders that wait, and decides nothing.
     *
     * @return the record as it is then
     * @throws InvalidInputException as {@link #run}
     */
    public SearchRecord evaluate(DevelopmentId id, Progress progress) {
        try (LeaseKeeper lease = LeaseKeeper.take(ledger, id, runner)) {
            SearchRecord record = ledger.read(id);
            List<RunOrder> pending = Contenders.pending(record);
            if (!pending.isEmpty()) {
                lease.check();
                evaluate(record, pending, new RunRecorder(ledger, id, clock), progress);
            }
            return ledger.read(id);
        }
    }

    /**
     * Ends a search with the best that it has found, whatever is left of its budget; one that has ended is left as it is.
     *
     * @return the record as it is then
     * @throws InvalidInputException as {@link #run}, also if nothing was evaluated
     */
    public SearchRecord end(DevelopmentId id) {
        try (LeaseKeeper lease = LeaseKeeper.take(ledger, id, runner)) {
            SearchRecord record = ledger.read(id);
            if (record.state() == SearchState.FINISHED) {
                return record;
            }
            lease.check();
            SearchDecision.Finish end = SearchEnd.of(record, "Somebody ended it.");
            ledger.finished(id, end.leader(), end.reason());
            return ledger.read(id);
        }
    }

    private static boolean decides(SearchRecord record) {
        return record.state() == SearchState.OPEN && Contenders.pending(record).isEmpty();
    }

    private void step(SearchRecord record, RunRecorder recorder, Progress progress) {
        List<RunOrder> pending = Contenders.pending(record);
        if (pending.isEmpty()) {
            decide(record, progress);
        } else {
            evaluate(record, pending, recorder, progress);
        }
    }

    private void decide(SearchRecord record, Progress progress) {
        DevelopmentId id = record.plan().id();
        SearchDecision decision = policy.next(record);
        boolean asks = decision instanceof SearchDecision.Put || decision instanceof SearchDecision.Ask;
        if (asks && Contenders.of(record).barren()) {
            decision = SearchEnd.of(record, "Nothing new was proposed any more.");
        }
        if (decision instanceof SearchDecision.Put put) {
            propose(record, put.drafts(), progress);
        } else if (decision instanceof SearchDecision.Ask ask) {
            propose(record, proposer.propose(record, ask.count()), progress);
        } else if (decision instanceof SearchDecision.Run run) {
            order(record, run.orders());
        } else if (decision instanceof SearchDecision.Finish finish) {
            ledger.finished(id, finish.leader(), finish.reason());
        }
    }

    private void evaluate(SearchRecord record, List<RunOrder> pending, RunRecorder recorder, Progress progress) {
        Map<String, String> texts = new HashMap<>();
        record.proposals().stream()
                .filter(proposal -> proposal.outcome() == ProposalOutcome.NEW)
                .forEach(proposal ->
                        texts.putIfAbsent(proposal.program(), proposal.draft().text()));
        List<Program> programs = new ArrayList<>();
        for (RunOrder order : pending) {
            String text = texts.get(order.program());
            if (text == null) {
                throw new IllegalStateException("Order " + order.number() + " is of no candidate: " + order.program());
            }
            programs.add(Program.parse(text));
        }
        long budget = record.plan().settings().budget().items();
        AtomicLong spent = new AtomicLong(record.spent());
        progress.at("evaluating", spent.get(), budget);
        evaluator.run(
                pending,
                programs,
                progress,
                recorder.heardBy(items -> progress.at("evaluating", spent.addAndGet(items), budget)));
    }

    /** One round. Where nobody wrote anything that is recorded too, as otherwise the policy would ask for ever. */
    private void propose(SearchRecord record, List<ProgramDraft> drafts, Progress progress) {
        int round =
                1 + record.proposals().stream().mapToInt(Proposal::round).max().orElse(-1);
        List<Proposal> judged = drafts.isEmpty()
                ? List.of(new Proposal(
                        round,
                        0,
                        new ProgramDraft("", ProgramOrigin.GRAMMAR, List.of(), ""),
                        "text:",
                        ProposalOutcome.REFUSED,
                        "Nothing was proposed.",
                        null))
                : new Judge(record, maker).judge(round, drafts, progress);
        ledger.proposed(record.plan().id(), judged);
    }

    /** No more than the budget pays, whatever the policy thinks. */
    private void order(SearchRecord record, List<RunOrder> orders) {
        long left = Budget.left(record);
        List<RunOrder> paid = new ArrayList<>();
        for (RunOrder order : orders) {
            left -= order.items().size();
            if (left < 0) {
                break;
            }
            paid.add(order);
        }
        if (paid.isEmpty()) {
            SearchDecision.Finish end = SearchEnd.of(record, "The budget pays for no further run.");
            ledger.finished(record.plan().id(), end.leader(), end.reason());
        } else {
            ledger.ordered(record.plan().id(), paid);
        }
    }
}
