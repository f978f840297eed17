package org.eyrie.server.developing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eyrie.develop.loop.SearchLoop;
import org.eyrie.develop.port.MergeMaker;
import org.eyrie.develop.report.CandidateReport;
import org.eyrie.develop.report.ForetoldRuns;
import org.eyrie.develop.report.SearchReport;
import org.eyrie.llama.items.BenchmarkItem;
import org.eyrie.model.ModelId;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.SearchBudget;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchSettings;
import org.eyrie.model.memory.InMemoryDevelopmentLedger;
import org.eyrie.program.Program;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;

/** Runs whole searches by several policies over the same seeds, and looks at the test items only of what each had chosen. */
public final class PolicyComparison implements AutoCloseable {

    private final ParentWeights weights;
    private final DevelopmentItems items;
    private final RememberedOutcomes outcomes;
    private final FinalTest test;
    private final String key;

    public PolicyComparison(ParentWeights weights, DevelopmentItems items, TestItems test, MergeMaker maker) {
        this.weights = weights;
        this.items = items;
        this.outcomes = new RememberedOutcomes(weights, items, maker);
        this.test = new FinalTest(weights, test);
        this.key = ComparisonKey.of(weights, items, test);
    }

    /**
     * Outcomes are read from a file and written to it as searches end, so that a comparison that was broken off, or that is
     * run again with another policy, pays for what is new.
     *
     * @throws org.eyrie.model.InvalidInputException if it has outcomes of other weights or items, or another process has it
     */
    public void keepIn(Path file) {
        outcomes.keepIn(file, key);
    }

    /** How much was asked for and how much of it was known. */
    public RememberedCount remembered() {
        return outcomes.count();
    }

    @Override
    public void close() {
        outcomes.close();
    }

    /**
     * Runs them all, two at a time where there are two cores.
     *
     * @param budgets item evaluations
     * @param seeds how many, from seed 1
     * @param heard told of each search as it ends, one after the other
     */
    public ComparisonTable run(
            List<ComparedPolicy> policies,
            List<Long> budgets,
            int seeds,
            Progress progress,
            Consumer<ComparedSearch> heard) {
        List<Callable<ComparedSearch>> searches = new ArrayList<>();
        for (long seed = 1; seed <= seeds; seed++) {
            for (long budget : budgets) {
                for (ComparedPolicy policy : policies) {
                    long own = seed;
                    searches.add(() -> search(policy, budget, own, progress));
                }
            }
        }
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<ComparedSearch>> running = new ArrayList<>();
            searches.forEach(search -> running.add(pool.submit(search)));
            List<ComparedSearch> done = new ArrayList<>();
            for (Future<ComparedSearch> search : running) {
                ComparedSearch ended = search.get();
                done.add(ended);
                outcomes.write();
                heard.accept(ended);
                progress.at("searches", done.size(), running.size());
            }
            return new ComparisonTable(done);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("Interrupted.");
        } finally {
            pool.shutdownNow();
        }
    }

    private ComparedSearch search(ComparedPolicy policy, long budget, long seed, Progress progress) {
        DevelopmentId id = new DevelopmentId("compared");
        InMemoryDevelopmentLedger ledger = new InMemoryDevelopmentLedger();
        ledger.begin(new DevelopmentPlan(
                id,
                new ModelId("base"),
                Collections.nCopies(weights.parents(), new ModelId("parent")),
                "compared",
                items.searchItems(),
                new SearchSettings(seed, policy.name(), "grammar", SearchBudget.ofItems(budget))));
        Stopwatch whole = new Stopwatch();
        Stopwatch evaluating = new Stopwatch();
        SearchLoop loop = new SearchLoop(
                ledger,
                policy.policy(),
                policy.proposer(),
                outcomes,
                (orders, programs, hears, listener) ->
                        evaluating.time(() -> outcomes.run(orders, programs, hears, listener)),
                Clock.systemUTC(),
                "comparison");
        whole.time(() -> loop.run(id, progress.heardBy((step, done, total) -> {})));
        SearchRecord record = ledger.read(id);
        double overhead = whole.milliseconds() - evaluating.milliseconds();
        SearchReport report = SearchReport.of(record, 1);
        CandidateReport leader = report.leader();
        if (leader == null) {
            throw new IllegalStateException("A search ended without a leader");
        }
        Program program = Program.parse(leader.text());
        return new ComparedSearch(
                policy.text(),
                budget,
                seed,
                leader.text(),
                leader.share(),
                leader.mean(),
                development(program, progress),
                outcomes.tested(program, () -> tested(program, progress)),
                report.spent(),
                report.candidates(),
                overhead / Math.max(1, report.candidates()),
                ForetoldRuns.of(record));
    }

    private double tested(Program program, Progress progress) {
        return test.of(List.of(program.text()), progress.heardBy((step, done, total) -> {}))
                .get(0)
                .share();
    }

    private double development(Program program, Progress progress) {
        List<Integer> all = IntStream.range(0, items.questions().size()).boxed().toList();
        return TaskShares.of(
                        items.questions().stream().map(BenchmarkItem::task).toList(),
                        outcomes.outcomes(program, all, progress))
                .mean();
    }
}
