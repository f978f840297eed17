package org.eyrie.lrmf.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.posterior.CellPrediction;
import org.eyrie.lrmf.posterior.Explanation;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.posterior.LeaveOut;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.posterior.SharedPart;
import org.eyrie.lrmf.problem.ColumnKin;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.SimulatedLineage;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A second source measures the same benchmarks lower, on one of them by much, and less exactly. */
@Tag("thorough")
class TwoSourcesTest {

    private static final int MODELS = 300;
    private static final int COLUMNS = 5;
    private static final double[] SHIFT = {-0.5, -0.2, 0, 0.05, -0.05};
    private static final double[] NOISE = {0.4, 0.25, 0.15, 0.15, 0.15};

    /** Every fifth model is asked about, of which three in four were measured by the second source. */
    private static boolean isAsked(int model) {
        return model % 5 == 2;
    }

    private final SimulatedLineage world = new SimulatedLineage(5, MODELS, COLUMNS, 0.5);
    private final Problem first =
            world.problem.without(c -> isAsked(world.problem.observations().model()[c]));

    /** What the second source measured: of models that are asked about, and of so many of those that the first has. */
    private Observations second(int overlap) {
        Random random = new Random(9);
        ScoreScale scale = new ScoreScale(LrmfSettings.DEFAULT.margin());
        int[] known = Arrays.stream(first.observations().model())
                .distinct()
                .limit(overlap)
                .toArray();
        int[] models = IntStream.concat(
                        Arrays.stream(known),
                        IntStream.range(0, MODELS)
                                .filter(TwoSourcesTest::isAsked)
                                .filter(u -> u % 4 != 0))
                .toArray();
        List<double[]> cells = new ArrayList<>();
        for (int u : models) {
            for (int i = 0; i < COLUMNS; i++) {
                double truth = scale.logit(world.truth[u][i]) + SHIFT[i] + NOISE[i] * random.nextGaussian();
                cells.add(new double[] {u, i, scale.score(truth)});
            }
        }
        double[] trials = new double[cells.size()];
        Arrays.fill(trials, 500);
        return new Observations(
                COLUMNS,
                cells.stream().mapToInt(cell -> (int) cell[0]).toArray(),
                cells.stream().mapToInt(cell -> (int) cell[1]).toArray(),
                cells.stream().mapToDouble(cell -> cell[2]).toArray(),
                trials);
    }

    /** Both sources, the second one's scores in columns of their own. */
    private Problem apart(Observations second) {
        Observations one = first.observations();
        int[] twin = new int[2 * COLUMNS];
        Arrays.setAll(twin, i -> i < COLUMNS ? -1 : i - COLUMNS);
        return new Problem(
                first.lineage(),
                first.traits(),
                new Observations(
                        2 * COLUMNS,
                        joined(one.model(), second.model()),
                        joined(
                                one.column(),
                                Arrays.stream(second.column())
                                        .map(i -> i + COLUMNS)
                                        .toArray()),
                        joined(one.score(), second.score()),
                        joined(one.trials(), second.trials())),
                new ColumnKin(new int[0], twin));
    }

    /** Both sources as one, as if nobody knew: where both measured, the second one's score counts. */
    private Problem mixed(Observations second) {
        boolean[] known = new boolean[MODELS * COLUMNS];
        for (int c = 0; c < second.cells(); c++) {
            known[second.model()[c] * COLUMNS + second.column()[c]] = true;
        }
        Observations one = first.observations();
        Observations rest = one.only(c -> !known[one.model()[c] * COLUMNS + one.column()[c]]);
        return first.with(new Observations(
                COLUMNS,
                joined(rest.model(), second.model()),
                joined(rest.column(), second.column()),
                joined(rest.score(), second.score()),
                joined(rest.trials(), second.trials())));
    }

    private static int[] joined(int[] a, int[] b) {
        return IntStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
    }

    private static double[] joined(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static FitResult fit(Problem problem) {
        return LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE);
    }

    /** Of what the first source would measure, over models that were asked about and models that nobody measured. */
    private double error(FamilyPosterior models) {
        double sum = 0;
        int count = 0;
        for (int u = 0; u < MODELS; u++) {
            for (int i = 0; isAsked(u) && i < COLUMNS; i++) {
                double off = models.predict(u, i, LeaveOut.NOTHING, 0.9).mean() - world.measured[u][i];
                sum += off * off;
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }

    @ParameterizedTest
    @CsvSource({"60, 0.9", "15, 0.9", "0, 0.95"})
    void aSecondSourceHelpsTheFirstOnesModelsInsteadOfBendingThem(int overlap, double share) {
        Observations second = second(overlap);

        double alone = error(fit(first).models());
        double asOne = error(fit(mixed(second)).models());
        double apart = error(fit(apart(second)).models());

        System.out.printf("overlap %d: alone %.4f, as one %.4f, apart %.4f%n", overlap, alone, asOne, apart);
        assertThat(apart).isLessThan(share * alone).isLessThan(share * asOne);
    }

    @Test
    void theShiftIsLearned() {
        FamilyPosterior models = fit(apart(second(60))).models();

        for (int i = 0; i < COLUMNS; i++) {
            double off = models.predict(0, i + COLUMNS, LeaveOut.NOTHING, 0.9).logitMean()
                    - models.predict(0, i, LeaveOut.NOTHING, 0.9).logitMean();
            assertThat(off).isCloseTo(SHIFT[i], within(0.12));
        }
    }

    @Test
    void theObjectiveNeverFallsAndWhatWasLearnedSurvivesItsBytes() {
        Problem problem = apart(second(15));
        FitResult result = fit(problem);

        for (int k = 1; k < result.trace().size(); k++) {
            assertThat(result.trace().get(k))
                    .isGreaterThanOrEqualTo(result.trace().get(k - 1) - 1e-6);
        }
        SharedPart read = SharedPart.fromBytes(result.shared().toBytes());
        CellPrediction fromBytes = read.solve(problem).predict(7, 1, LeaveOut.NOTHING, 0.9);
        CellPrediction whole = result.models().predict(7, 1, LeaveOut.NOTHING, 0.9);
        assertThat(fromBytes.mean()).isCloseTo(whole.mean(), within(1e-8));
        assertThat(fromBytes.upper()).isCloseTo(whole.upper(), within(1e-8));
    }

    @Test
    void contributionsOfBothSourcesAddUp() {
        FamilyPosterior models = fit(apart(second(60))).models();
        int model = first.observations().model()[0];

        for (LeaveOut left : LeaveOut.values()) {
            Explanation parts = models.explain(model, 0, left);
            double sum = parts.intercept()
                    + parts.scores().stream().mapToDouble(part -> part.logit()).sum()
                    + parts.shared().stream().mapToDouble(part -> part.logit()).sum()
                    + parts.drifts().stream().mapToDouble(part -> part.logit()).sum()
                    + parts.withdrawn();
            assertThat(sum).isCloseTo(parts.logitMean(), within(1e-9));
            boolean other = parts.scores().stream().anyMatch(part -> part.model() == model && part.column() >= COLUMNS);
            assertThat(other).isEqualTo(left != LeaveOut.MODEL);
            assertThat(parts.scores())
                    .noneMatch(part -> left != LeaveOut.NOTHING && part.model() == model && part.column() == COLUMNS);
        }
    }

    @Test
    void oneSourceIsAsIfThereWereNoSources() {
        int[] none = new int[COLUMNS];
        Arrays.fill(none, -1);
        Problem named =
                new Problem(first.lineage(), first.traits(), first.observations(), new ColumnKin(new int[0], none));

        FamilyPosterior models = fit(named).models();
        FamilyPosterior plain = fit(first).models();

        for (int u = 0; u < MODELS; u++) {
            for (int i = 0; i < COLUMNS; i++) {
                assertThat(models.predict(u, i, LeaveOut.CELL, 0.9)).isEqualTo(plain.predict(u, i, LeaveOut.CELL, 0.9));
            }
        }
    }

    @Test
    void oneRunOfOnesOwnMovesItsModelAndHarmsNobody() {
        Observations all = second(0);
        int model = all.model()[0];
        Problem own = apart(all.only(c -> all.model()[c] == model));

        FamilyPosterior before = fit(first).models();
        FamilyPosterior after = fit(own).models();

        double moved = 0;
        for (int i = 0; i < COLUMNS; i++) {
            double was = before.predict(model, i, LeaveOut.NOTHING, 0.9).mean();
            moved += Math.abs(after.predict(model, i, LeaveOut.NOTHING, 0.9).mean() - was);
        }
        assertThat(moved).isGreaterThan(0.02 * COLUMNS);
        assertThat(error(after)).isLessThan(1.01 * error(before));
    }
}
