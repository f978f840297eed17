package org.eyrie.lrmf.items;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.lrmf.math.Logistic;
import org.eyrie.lrmf.math.Normal;
import org.eyrie.lrmf.outcomes.NextItems;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.lrmf.outcomes.ScoreForecast;
import org.eyrie.lrmf.outcomes.SkillPosterior;

/** What is known of one model's items: single ones, whole benchmarks, and which to run next. */
public final class ModelItems {

    private static final byte UNSEEN = -1;

    private final ItemShared shared;
    private final SkillPosterior before;
    private final SkillPosterior skills;
    private final ColdOrInformed standing;
    private final byte[][] outcome;

    /** Before any item was run. */
    ModelItems(ItemShared shared, SkillPosterior skills, ColdOrInformed standing) {
        this(shared, skills, skills, standing, unseen(shared.blocks));
    }

    /**
     * @param before skills before any item was run
     * @param outcome per benchmark and item 1, 0 or -1
     */
    private ModelItems(
            ItemShared shared,
            SkillPosterior before,
            SkillPosterior skills,
            ColdOrInformed standing,
            byte[][] outcome) {
        this.shared = shared;
        this.before = before;
        this.skills = skills;
        this.standing = standing;
        this.outcome = outcome;
    }

    private static byte[][] unseen(ItemBlocks blocks) {
        byte[][] outcome = new byte[blocks.benchmarks()][];
        for (int b = 0; b < outcome.length; b++) {
            outcome[b] = new byte[blocks.items(b)];
            Arrays.fill(outcome[b], UNSEEN);
        }
        return outcome;
    }

    /** With all outcomes of a row of a table. */
    ModelItems given(OutcomeTable table, int row) {
        int[] column = new int[table.cells(row)];
        boolean[] success = new boolean[column.length];
        for (int k = 0; k < column.length; k++) {
            column[k] = table.column(row, k);
            success[k] = table.success(row, k);
        }
        return given(column, success);
    }

    /**
     * With more outcomes, by conditioning.
     *
     * @param column items that were run, none twice, none that was known
     */
    ModelItems given(int[] column, boolean[] success) {
        if (column.length == 0) {
            return this;
        }
        byte[][] known = new byte[outcome.length][];
        Arrays.setAll(known, b -> outcome[b].clone());
        for (int k = 0; k < column.length; k++) {
            int b = shared.blocks.benchmark(column[k]);
            int position = column[k] - shared.blocks.start()[b];
            if (known[b][position] != UNSEEN) {
                throw new IllegalArgumentException("Item " + position + " of benchmark " + b + " is known already");
            }
            known[b][position] = (byte) (success[k] ? 1 : 0);
        }
        return new ModelItems(shared, before, skills.given(column, success), standing, known);
    }

    /** Positions of the items of a benchmark that tell most of it, cost left aside, the first of them first. */
    IntStream plan(int benchmark, int count) {
        int[] columns = shared.blocks.columnsOf(benchmark);
        double[] cost = new double[columns.length];
        Arrays.fill(cost, 1);
        return IntStream.of(NextItems.choose(skills, columns, outcome[benchmark], cost, count));
    }

    SkillPosterior skills() {
        return skills;
    }

    /** What is known of the model besides its items. */
    public ColdOrInformed standing() {
        return standing;
    }

    /** How many items of a benchmark are known. */
    public int observed(int benchmark) {
        int seen = 0;
        for (byte each : outcome[benchmark]) {
            if (each != UNSEEN) {
                seen++;
            }
        }
        return seen;
    }

    /** What is known of an item: 1 correct, 0 wrong, -1 not run. */
    public int outcome(int benchmark, int position) {
        return outcome[benchmark][position];
    }

    /** The chance of answering an item, whether it was run or not. */
    public ItemEstimate item(int benchmark, int position, double level) {
        int column = shared.blocks.column(benchmark, position);
        double logit = skills.logit(column);
        double reach = Normal.quantile((1 + level) / 2) * Math.sqrt(skills.logitVariance(column));
        return new ItemEstimate(skills.probability(column), Logistic.of(logit - reach), Logistic.of(logit + reach));
    }

    /**
     * The whole benchmark.
     *
     * @param level share of truths that the interval is to contain, .5 to .99
     * @throws IllegalArgumentException if the level is another
     */
    public BenchmarkForecast forecast(int benchmark, double level) {
        ScoreForecast raw = raw(benchmark);
        int seen = observed(benchmark);
        double unseen = unseenDeviation(benchmark);
        double reach = raw.deviation() * shared.calibration.reach(benchmark, standing, raw.deviation() / unseen, level);
        int items = shared.blocks.items(benchmark);
        double settled = settled(benchmark) / items;
        double most = settled + (double) (items - seen) / items;
        return new BenchmarkForecast(
                raw.mean(),
                Math.max(settled, raw.mean() - reach),
                Math.min(most, raw.mean() + reach),
                level,
                seen,
                items);
    }

    /** Before calibration. */
    ScoreForecast raw(int benchmark) {
        return ScoreForecast.of(skills, shared.blocks.columnsOf(benchmark), outcome[benchmark]);
    }

    /** Deviation of a benchmark's forecast before any item was run. */
    double unseenDeviation(int benchmark) {
        byte[] none = new byte[shared.blocks.items(benchmark)];
        Arrays.fill(none, UNSEEN);
        return ScoreForecast.of(before, shared.blocks.columnsOf(benchmark), none)
                .deviation();
    }

    private double settled(int benchmark) {
        double correct = 0;
        for (byte each : outcome[benchmark]) {
            correct += Math.max(0, each);
        }
        return correct;
    }

    /**
     * Which items of a benchmark to run next: each the one that narrows the benchmark's interval most per cost, as if the
     * earlier ones had been run. Expected widths never grow, from the interval that is known now: outcomes are taken to
     * turn out as expected, so that the mean stays, and what is settled narrows the interval from both sides.
     *
     * @param cost of running each item of the benchmark, positive
     * @param count how many at most
     * @param width the plan ends as soon as the interval is no wider; 0 for no such end
     * @param level of the interval, .5 to .99
     */
    public List<NextStep> next(int benchmark, double[] cost, int count, double width, double level) {
        int[] columns = shared.blocks.columnsOf(benchmark);
        if (cost.length != columns.length) {
            throw new IllegalArgumentException(cost.length + " costs for " + columns.length + " items");
        }
        List<NextStep> steps = new ArrayList<>();
        if (width > 0 && forecast(benchmark, level).width() <= width) {
            return steps;
        }
        NextItems.Plan plan = NextItems.plan(skills, columns, outcome[benchmark], cost, count);
        int seen = observed(benchmark);
        double unseen = unseenDeviation(benchmark);
        double mean = raw(benchmark).mean();
        double settled = settled(benchmark) / columns.length;
        double most = settled + (double) (columns.length - seen) / columns.length;
        for (int n = 0; n < plan.position().length; n++) {
            double deviation = plan.deviation()[n];
            double reach = deviation * shared.calibration.reach(benchmark, standing, deviation / unseen, level);
            double right = skills.probability(columns[plan.position()[n]]);
            settled += right / columns.length;
            most -= (1 - right) / columns.length;
            double expected = Math.max(0, Math.min(most, mean + reach) - Math.max(settled, mean - reach));
            steps.add(new NextStep(plan.position()[n], cost[plan.position()[n]], expected));
            if (expected <= width) {
                break;
            }
        }
        return steps;
    }
}
