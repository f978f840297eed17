package org.eyrie.server.searching;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eyrie.develop.loop.SearchLoop;
import org.eyrie.develop.policy.SearchPolicies;
import org.eyrie.develop.policy.SearchPolicy;
import org.eyrie.develop.port.MergeEvaluator;
import org.eyrie.develop.proposing.GrammarProposer;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.FinalScore;
import org.eyrie.model.development.Finalist;
import org.eyrie.model.development.FinalsLedger;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramProposer;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.program.Program;
import org.eyrie.server.developing.TestScore;
import org.eyrie.server.registry.Network;
import org.eyrie.task.Progress;

/** A search over weights on this machine, with its ledger. */
public final class SearchRun {

    private static final MergeEvaluator NOBODY = (orders, programs, progress, listener) -> {
        throw new IllegalStateException("Nothing is evaluated here");
    };

    private final DevelopmentId id;
    private final SourceFiles files;
    private final SearchSources sources;
    private final DevelopmentLedger ledger;
    private final Bench bench;

    private SearchRun(
            DevelopmentId id, SourceFiles files, SearchSources sources, DevelopmentLedger ledger, Bench bench) {
        this.id = id;
        this.files = files;
        this.sources = sources;
        this.ledger = ledger;
        this.bench = bench;
    }

    /**
     * Opens a search that has begun.
     *
     * @throws InvalidInputException if there is none, its weights do not fit each other, or its items are others by now
     */
    public static SearchRun open(DevelopmentId id, SourceFiles files, DevelopmentLedger ledger) {
        DevelopmentPlan plan = ledger.read(id).plan();
        SearchSources sources = files.read(id);
        Bench bench = Bench.of(id, sources, files.work(id));
        if (!bench.items().equals(plan.items())) {
            throw new InvalidInputException(
                    "search " + id,
                    List.of(new Fault(
                            sources.items().toString(),
                            "its items are not those that the search began with; put the old file back, or begin another"
                                    + " search")));
        }
        return new SearchRun(id, files, sources, ledger, bench);
    }

    /**
     * Runs it to its end, or until somebody asks it to stop.
     *
     * @param threads how many merges are evaluated at once
     * @param network how a language model is reached, where one writes programs
     * @param notes hears what is no fault and yet worth knowing
     */
    public SearchRecord run(int threads, Clock clock, Network network, Consumer<String> notes, Progress progress) {
        return locked(() -> bench.evaluator(threads, notes), clock, network, progress, loop -> loop.run(id, progress));
    }

    /**
     * Makes its first round of programs that were found elsewhere and what its policy begins with; nothing where it has one.
     *
     * @throws InvalidInputException if somebody runs it
     */
    public SearchRecord begin(List<ProgramDraft> brought, Clock clock, Network network, Progress progress) {
        return locked(() -> NOBODY, clock, network, progress, loop -> loop.begin(id, brought, progress));
    }

    /**
     * What workers are told of its items.
     *
     * @throws InvalidInputException if no workers evaluate it
     */
    PullBench pulled() {
        if (bench instanceof PullBench pulled) {
            return pulled;
        }
        throw new InvalidInputException(
                "search " + id,
                List.of(new Fault(
                        "evaluator",
                        "No workers evaluate it: it was begun with the built-in one or a command. Begin one with evaluator"
                                + " pull")));
    }

    /**
     * Evaluates the orders that wait, and decides nothing.
     *
     * @throws InvalidInputException if another process on this machine has it, or workers evaluate it
     */
    public SearchRecord evaluate(int threads, Clock clock, Network network, Consumer<String> notes, Progress progress) {
        return locked(
                () -> bench.evaluator(threads, notes), clock, network, progress, loop -> loop.evaluate(id, progress));
    }

    /**
     * Proposes, foretells and chooses until orders wait for whoever evaluates, or the search is at its end. One that was
     * stopped is left as it is.
     *
     * @throws InvalidInputException if another process on this machine has it
     */
    public SearchRecord advance(Clock clock, Network network, Progress progress) {
        return locked(() -> NOBODY, clock, network, progress, loop -> loop.advance(id, progress));
    }

    /**
     * Ends it with the best that it has found.
     *
     * @throws InvalidInputException if somebody runs it, or nothing was evaluated
     */
    public SearchRecord end(Clock clock, Network network, Progress progress) {
        return locked(() -> NOBODY, clock, network, progress, loop -> loop.end(id));
    }

    private SearchRecord locked(
            Supplier<MergeEvaluator> evaluator,
            Clock clock,
            Network network,
            Progress progress,
            Function<SearchLoop, SearchRecord> work) {
        SearchPolicy policy =
                SearchPolicies.named(ledger.read(id).plan().settings().policy());
        try (RunnerLock lock = RunnerLock.take(files.lock(id), id)) {
            return work.apply(new SearchLoop(
                    ledger, policy, proposer(network, progress), bench.maker(), evaluator.get(), clock, lock.runner()));
        }
    }

    private ProgramProposer proposer(Network network, Progress progress) {
        OutsideProposer outside = sources.proposer();
        return outside == null
                ? GrammarProposer.learning()
                : network.proposer(
                        outside.uri(),
                        outside.model(),
                        outside.kind(),
                        ProgramLanguage.of(sources.parents().size()),
                        progress);
    }

    /**
     * Settles the finalists and asks them the test items; those that have their score are not asked again. Where workers
     * evaluate the search, they are only settled: workers take their items from a service once the search has ended.
     *
     * @return how each did, in their order; not those that no worker answered yet
     */
    public List<FinalScore> test(List<Finalist> chosen, FinalsLedger finals, Progress progress) {
        List<Finalist> finalists = finals.freeze(id, chosen);
        if (bench instanceof PullBench) {
            return finals.scores(id);
        }
        Map<String, FinalScore> known =
                finals.scores(id).stream().collect(Collectors.toMap(FinalScore::program, Function.identity()));
        List<Finalist> open = new ArrayList<>(finalists);
        open.removeIf(finalist -> known.containsKey(finalist.program()));
        if (!open.isEmpty()) {
            for (int place = 0; place < open.size(); place++) {
                progress.at("test items", place, open.size());
                progress.check();
                Finalist finalist = open.get(place);
                TestScore score =
                        bench.test(Program.parse(finalist.text()), progress.heardBy((step, done, total) -> {}));
                finals.tested(
                        id,
                        new FinalScore(
                                finalist.program(), score.outcomes(), score.share(), score.lower(), score.upper()));
            }
        }
        return finals.scores(id);
    }
}
