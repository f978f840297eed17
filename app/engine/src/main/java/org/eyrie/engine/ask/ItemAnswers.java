package org.eyrie.engine.ask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.eyrie.engine.fit.IntervalLevel;
import org.eyrie.lrmf.items.BenchmarkForecast;
import org.eyrie.lrmf.items.ItemEstimate;
import org.eyrie.lrmf.items.NextStep;
import org.eyrie.lrmf.posterior.LeaveOut;
import org.eyrie.lrmf.posterior.LogitCovariance;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Answers questions about single items: what a model would answer, its whole score from a few, which to run next. */
public final class ItemAnswers {

    private final FamilySolver families;
    private final ModelItemSolver solver;

    ItemAnswers(FamilySolver families) {
        this.families = families;
        this.solver = new ModelItemSolver();
    }

    /**
     * Item by item, and the whole benchmark.
     *
     * @throws org.eyrie.model.UnknownModelException if there is no such model
     * @throws org.eyrie.model.UnknownBenchmarkException if there is no such benchmark
     * @throws InvalidInputException if an observed item is none of the benchmark's
     * @throws org.eyrie.model.NoFamilyEvidenceException if the benchmark is not known item by item, or nothing is known
     *     of the model
     */
    public ItemAnswer of(ItemQuestion question) {
        SolvedModelItems solved = solver.solve(question, families.now());
        List<ItemAnswer.Item> items = IntStream.range(0, solved.items())
                .mapToObj(position -> item(solved, position))
                .toList();
        return new ItemAnswer(
                question.model(),
                question.benchmark(),
                whole(solved),
                solved.evidence(),
                solved.fit(),
                solved.warnings(),
                items);
    }

    private static Estimate whole(SolvedModelItems solved) {
        BenchmarkForecast forecast = solved.model().forecast(solved.block(), IntervalLevel.USUAL);
        return new Estimate(forecast.mean(), forecast.lower(), forecast.upper(), forecast.level());
    }

    private static ItemAnswer.Item item(SolvedModelItems solved, int position) {
        ItemEstimate estimate = solved.model().item(solved.block(), position, IntervalLevel.USUAL);
        int known = solved.model().outcome(solved.block(), position);
        @Nullable Boolean observed = known < 0 ? null : known == 1;
        return new ItemAnswer.Item(position, observed, estimate.probability(), estimate.lower(), estimate.upper());
    }

    /**
     * What to run next.
     *
     * @param count how many items at most, at least one
     * @param cost of items, by position from zero; 1 for all others
     * @param targetWidth the plan ends where the interval is expected to be no wider; 0 for no such end
     * @throws org.eyrie.model.EyrieException as {@link #of}
     * @throws InvalidInputException also if a cost is not positive or of no item
     */
    public NextRuns next(ItemQuestion question, int count, Map<Integer, Double> cost, double targetWidth) {
        Moment now = families.now();
        SolvedModelItems solved = solver.solve(question, now);
        double[] costs = costs(solved.items(), cost);
        List<NextRuns.KnownScore> measured = measured(solved, question);
        List<NextRuns.ItemRun> runs = new ArrayList<>();
        double total = 0;
        for (NextStep step : solved.model().next(solved.block(), costs, count, targetWidth, IntervalLevel.USUAL)) {
            total += step.cost();
            runs.add(new NextRuns.ItemRun(step.position(), step.cost(), total, step.width()));
        }
        return new NextRuns(
                question.model(),
                question.benchmark(),
                whole(solved),
                solved.evidence().itemsObserved(),
                measured,
                runs,
                benchmarks(now, solved, question.benchmark()),
                solved.fit(),
                warnings(solved, question.benchmark(), measured));
    }

    private static List<NextRuns.KnownScore> measured(SolvedModelItems solved, ItemQuestion question) {
        SolvedFamily scores = solved.scores();
        List<NextRuns.KnownScore> known = new ArrayList<>();
        for (BenchmarkId benchmark : scores.numbering().benchmarks()) {
            Double score = scores.score(question.model(), benchmark);
            PartialRuns.Run part = scores.partialRun(question.model(), benchmark);
            if (score != null) {
                known.add(new NextRuns.KnownScore(benchmark, score, part == null ? null : part.items()));
            }
        }
        known.sort(Comparator.comparing(
                each -> !each.benchmark().equals(question.benchmark()))); // stable: the others stay in their order
        return known;
    }

    private static List<String> warnings(
            SolvedModelItems solved, BenchmarkId wanted, List<NextRuns.KnownScore> measured) {
        List<String> warnings = new ArrayList<>(solved.warnings());
        if (!measured.isEmpty()
                && measured.get(0).benchmark().equals(wanted)
                && measured.get(0).items() == null) {
            warnings.add(wanted + " was measured whole already, with a score of "
                    + measured.get(0).score() + ": running its items again would only check that.");
        }
        narrower(solved, wanted).ifPresent(warnings::add);
        return warnings;
    }

    /** Before any item is known, scores and lineage may say more than items: both are told, and neither hidden. */
    private static Optional<String> narrower(SolvedModelItems solved, BenchmarkId wanted) {
        SolvedFamily scores = solved.scores();
        OptionalInt column = scores.numbering().column(wanted);
        if (column.isEmpty()
                || solved.evidence().itemsObserved() > 0
                || scores.posterior().hasScore(solved.row(), column.getAsInt())) {
            return Optional.empty();
        }
        Estimate items = whole(solved);
        Estimate predicted = scores.estimate(solved.row(), column.getAsInt(), false);
        if (predicted.upper() - predicted.lower() >= items.upper() - items.lower()) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "Until the first item is run, scores and lineage say more: predict expects %.3f, %.3f to %.3f. The widths"
                        + " here are of items, which know little of a model that answered none.",
                predicted.mean(),
                predicted.lower(),
                predicted.upper()));
    }

    private static double[] costs(int items, Map<Integer, Double> given) {
        double[] costs = new double[items];
        Arrays.fill(costs, 1);
        List<Fault> faults = new ArrayList<>();
        given.forEach((item, cost) -> {
            if (item < 0 || item >= items) {
                faults.add(new Fault("cost of item " + item, "There are items 0 to " + (items - 1) + " only."));
            } else if (!(cost > 0 && cost < Double.POSITIVE_INFINITY)) {
                faults.add(new Fault("cost of item " + item, "It must be positive, not " + cost + "."));
            } else {
                costs[item] = cost;
            }
        });
        if (!faults.isEmpty()) {
            throw new InvalidInputException("The costs", faults);
        }
        return costs;
    }

    private List<NextRuns.BenchmarkRun> benchmarks(Moment now, SolvedModelItems solved, BenchmarkId wanted) {
        SolvedFamily scores = solved.scores();
        OptionalInt column = scores.numbering().column(wanted);
        if (column.isEmpty()) {
            return List.of();
        }
        Map<BenchmarkId, Benchmark> known = now.benchmarks();
        int row = solved.row();
        double variance = scores.posterior()
                .predict(row, column.getAsInt(), LeaveOut.NOTHING, IntervalLevel.USUAL)
                .logitVariance();
        LogitCovariance asked = LogitCovariance.of(scores.posterior(), row, column.getAsInt());
        List<NextRuns.BenchmarkRun> runs = new ArrayList<>();
        for (BenchmarkId other : scores.numbering().benchmarks()) {
            int measured = scores.numbering().column(other).orElseThrow();
            if (other.equals(wanted) || scores.posterior().hasScore(row, measured) || !(variance > 0)) {
                continue;
            }
            double step = asked.movedBy(row, measured);
            double shrink = Math.min(1, step * step / variance);
            Benchmark benchmark = known.get(other);
            runs.add(new NextRuns.BenchmarkRun(other, benchmark == null ? null : benchmark.items(), shrink));
        }
        runs.sort(Comparator.comparingDouble(ItemAnswers::perItem)
                .reversed()
                .thenComparing(NextRuns.BenchmarkRun::benchmark));
        return runs;
    }

    /** Benchmarks of unknown length are taken for long. */
    private static double perItem(NextRuns.BenchmarkRun run) {
        Integer items = run.items();
        return run.shrink() / (items == null ? 10_000 : items);
    }
}
