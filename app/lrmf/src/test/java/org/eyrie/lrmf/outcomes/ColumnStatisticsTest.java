package org.eyrie.lrmf.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What outcomes say of columns adds up over models. */
class ColumnStatisticsTest {

    private static final int MODELS = 3 * RowStatistics.ALIGNED + 1000;
    private static final int ITEMS = 6;
    private static final PaddedRank STRIDE = new PaddedRank(3);
    private static final Workers WORKERS = new Workers(2, Progress.NONE);

    private final SplittableRandom random = new SplittableRandom(8);
    private final OutcomeTable outcomes = draw();
    private final Factors models = factors(MODELS, true);
    private final Factors columns = factors(ITEMS, false);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    private OutcomeTable draw() {
        int[] seen = IntStream.range(0, MODELS * ITEMS)
                .filter(c -> random.nextInt(10) < 3)
                .toArray();
        byte[] success = new byte[seen.length];
        for (int c = 0; c < success.length; c++) {
            success[c] = (byte) random.nextInt(2);
        }
        return OutcomeTable.of(
                MODELS,
                ITEMS,
                Arrays.stream(seen).map(c -> c / ITEMS).toArray(),
                Arrays.stream(seen).map(c -> c % ITEMS).toArray(),
                success);
    }

    private Factors factors(int count, boolean ofModels) {
        Factors factors = new Factors(count, STRIDE);
        for (int i = 0; i < count; i++) {
            double[] extended = new double[STRIDE.extended()];
            // of single precision, so that a part's factors, read back from here, have the same outer products
            Arrays.setAll(extended, k -> (float) (2 * random.nextDouble() - 1));
            if (ofModels) {
                extended[STRIDE.rank()] = 1;
            }
            factors.set(i, extended);
        }
        return factors;
    }

    private static CellPass pass(boolean spread) {
        return new CellPass(WORKERS, KernelSelection.fastest(), spread);
    }

    private ColumnStep step() {
        ColumnTies ties = ColumnTies.ofGroups(new int[ITEMS], 1);
        return new ColumnStep(STRIDE, new ColumnPrior(ties, STRIDE, 1, 0.3));
    }

    private ColumnStatistics of(int[] rows, boolean spread) {
        Factors some = new Factors(rows.length, STRIDE);
        double[] extended = new double[STRIDE.extended()];
        for (int k = 0; k < rows.length; k++) {
            for (int j = 0; j < extended.length; j++) {
                extended[j] = models.get(rows[k], j);
            }
            some.set(k, extended);
        }
        return ColumnStep.statistics(pass(spread), outcomes.ofRows(rows).transposed(), some, columns);
    }

    private ColumnStatistics all(boolean spread) {
        return ColumnStep.statistics(pass(spread), outcomes.transposed(), models, columns);
    }

    private static ColumnStatistics sum(List<ColumnStatistics> parts) {
        return parts.stream().reduce(ColumnStatistics::plus).orElseThrow();
    }

    /** Every number within that part of the largest of its kind in its column. */
    private static void assertEqual(ColumnStatistics found, ColumnStatistics expected, double error) {
        double[] gram = new double[STRIDE.extended() * STRIDE.extended()];
        double[] linear = new double[STRIDE.extended()];
        double[] expectedGram = gram.clone();
        double[] expectedLinear = linear.clone();
        for (int i = 0; i < ITEMS; i++) {
            found.read(i, gram, linear);
            expected.read(i, expectedGram, expectedLinear);
            assertThat(gram).containsExactly(expectedGram, within(error * largest(expectedGram)));
            assertThat(linear).containsExactly(expectedLinear, within(error * largest(expectedLinear)));
        }
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void modelsSplitWhereBlocksEndAddUpToAllOfThem(boolean spread) {
        List<ColumnStatistics> parts = new ArrayList<>();
        for (int from = 0; from < MODELS; from += RowStatistics.ALIGNED) {
            int to = Math.min(MODELS, from + RowStatistics.ALIGNED);
            parts.add(of(IntStream.range(from, to).toArray(), spread));
        }
        assertThat(parts).hasSize(4);
        ColumnStatistics whole = all(spread);
        for (int round = 0; round < 3; round++) {
            Collections.rotate(parts, 1);
            assertEqual(sum(parts), whole, 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void modelsSplitInAnyWayAddUpToFiveDigitsAndInAnyOrderToTen(boolean spread) {
        List<ColumnStatistics> parts = new ArrayList<>();
        for (int part = 0; part < 5; part++) {
            int mine = part;
            parts.add(of(
                    IntStream.range(0, MODELS)
                            .filter(u -> (u * 31 + u / 7) % 5 == mine)
                            .toArray(),
                    spread));
        }
        ColumnStatistics forwards = sum(parts);
        // blocks of other cells are summed in single precision
        assertEqual(forwards, all(spread), 1e-5);
        Collections.reverse(parts);
        assertEqual(sum(parts), forwards, 1e-10);
        ColumnStatistics nested = parts.get(0).plus(parts.get(1)).plus(sum(parts.subList(2, 5)));
        assertEqual(nested, forwards, 1e-10);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void columnsSolvedFromASumAreThoseSolvedAtOnce(boolean spread) {
        Factors atOnce = columns.copy();
        step().solve(pass(spread), outcomes.transposed(), models, atOnce);
        ColumnStatistics first =
                of(IntStream.range(0, 2 * RowStatistics.ALIGNED).toArray(), spread);
        ColumnStatistics rest =
                of(IntStream.range(2 * RowStatistics.ALIGNED, MODELS).toArray(), spread);
        Factors summed = columns.copy();
        step().maximise(pass(spread), rest.plus(ColumnStatistics.fromBytes(first.toBytes())), summed);
        for (int k = 0; k < summed.values().length; k++) { // which are floats
            assertThat(summed.values()[k]).isCloseTo(atOnce.values()[k], within(2e-7f));
        }
    }

    @Test
    void whatWasWrittenIsReadToTheLastDigit() {
        ColumnStatistics statistics = all(true);
        byte[] bytes = statistics.toBytes();
        ColumnStatistics read = ColumnStatistics.fromBytes(bytes);
        assertThat(read.toBytes()).isEqualTo(bytes);
        assertThat(read.columns()).isEqualTo(ITEMS);
        assertThat(read.size()).isEqualTo(4);
        assertEqual(read, statistics, 0);
        assertThatThrownBy(() -> ColumnStatistics.fromBytes(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ColumnStatistics.fromBytes(new byte[40])).hasMessageContaining("no statistics");
        bytes[5] = 1;
        assertThatThrownBy(() -> ColumnStatistics.fromBytes(bytes)).hasMessageContaining("do not hold");
    }

    @Test
    void aRangeOfColumnsIsWhatItIsInAll() {
        ColumnStatistics whole = all(false);
        double[] gram = new double[16];
        double[] linear = new double[4];
        double[] partGram = new double[16];
        double[] partLinear = new double[4];
        whole.read(4, gram, linear);
        whole.range(3, 6).read(1, partGram, partLinear);
        assertThat(partGram).isEqualTo(gram);
        assertThat(partLinear).isEqualTo(linear);
        assertThatThrownBy(() -> whole.plus(whole.range(0, 2))).hasMessageContaining("cannot be added");
        assertThatThrownBy(() -> step().maximise(pass(false), whole.range(0, 2), columns))
                .hasMessageContaining("do not fit");
    }

    /** Strangers, since then models are in parts too; strengths are given. */
    @Test
    void aFitThatAddsUpPartsOfTheModelsIsThePlainOne() {
        LineageGraph strangers = new LineageGraph(MODELS, 1, new int[0], new int[0], new int[0], new double[0]);
        OutcomeProblem problem = new OutcomeProblem(strangers, outcomes, new int[ITEMS], 1);
        OutcomeSettings settings = new OutcomeSettings(3, 1, 1, 1, 0.3, true, true, 5, 0, 1);
        OutcomeModel plain = OutcomeFit.fit(problem, settings, RunContext.of(2));

        ColumnPrior prior = new ColumnPrior(problem.ties(), STRIDE, 1, 0.3);
        ColumnStep step = new ColumnStep(STRIDE, prior);
        Factors found = StartingPoint.columns(ColumnCounts.of(outcomes), STRIDE, 1);
        int[] cut = {0, RowStatistics.ALIGNED, 3 * RowStatistics.ALIGNED, MODELS};
        Part[] parts = new Part[3];
        for (int p = 0; p < parts.length; p++) {
            parts[p] =
                    new Part(outcomes.ofRows(IntStream.range(cut[p], cut[p + 1]).toArray()));
        }
        for (int sweep = 0; sweep < settings.sweeps(); sweep++) {
            CellPass pass = pass(sweep >= 2);
            List<ColumnStatistics> sums = new ArrayList<>();
            for (Part part : parts) {
                sums.add(part.sweep(pass, found));
            }
            step.maximise(pass, sum(sums), found);
            if (pass.spread()) {
                ColumnPriorLearning.learn(prior, found);
            }
        }
        Factors expected = plain.shared().columns();
        for (int k = 0; k < expected.values().length; k++) {
            assertThat(found.values()[k]).isCloseTo(expected.values()[k], within(1e-6f));
        }
    }

    /** Models of a part, and their own steps. */
    private static final class Part {

        private final OutcomeTable table;
        private final OutcomeTable byColumn;
        private final SkillPrior prior;
        private final ModelStep step;
        private final Factors models;

        Part(OutcomeTable table) {
            this.table = table;
            this.byColumn = table.transposed();
            LineageGraph strangers =
                    new LineageGraph(table.rows(), 1, new int[0], new int[0], new int[0], new double[0]);
            SkillField field = new SkillField(LineageTerms.of(strangers, true), table.rows(), STRIDE.rank());
            prior = new SkillPrior(field, Covariates.NONE, new double[] {1, 1}, SkillLink.none(0, STRIDE.rank()));
            step = new ModelStep(field, STRIDE);
            models = StartingPoint.models(prior.expected(), STRIDE);
        }

        ColumnStatistics sweep(CellPass pass, Factors columns) {
            step.collect(pass, table, models, columns, prior.expected());
            step.solve(models, prior, pass.spread());
            return ColumnStep.statistics(pass, byColumn, models, columns);
        }
    }
}
