package org.eyrie.lrmf.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.lrmf.learning.FitResult;
import org.eyrie.lrmf.learning.LrmfFit;
import org.eyrie.lrmf.linalg.SelectedInverse;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.SimulatedLineage;
import org.eyrie.lrmf.simulate.Subgraph;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JointDrawsTest {

    private static final ScoreScale SCALE = new ScoreScale(LrmfSettings.DEFAULT.margin());

    private static FitResult fit;
    private static FamilyPosterior family;

    @BeforeAll
    static void fitOnce() {
        Problem problem = new SimulatedLineage(21, 150, 3, 0.6).problem;
        fit = LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE);
        List<Integer> members = Subgraph.components(problem).get(0);
        family = fit.shared().solve(Subgraph.of(problem, members));
    }

    private static double[] logits(float[] scores) {
        return IntStream.range(0, scores.length)
                .mapToDouble(s -> SCALE.logit(scores[s]))
                .toArray();
    }

    private static double covariance(double[] a, double[] b, double meanA, double meanB) {
        return IntStream.range(0, a.length)
                .mapToDouble(s -> (a[s] - meanA) * (b[s] - meanB))
                .average()
                .orElseThrow();
    }

    @Test
    void theirCovariancesAreThoseOfTheSelectedInverseWithTheSharedNodesUncertaintyInThem() {
        int[] models = IntStream.range(0, family.models()).toArray();
        ScoreDraws draws = family.draws(models, WantedColumns.only(1), Progress.NONE);
        SelectedInverse joint = family.posterior.covariance();
        SelectedInverse given = family.posterior.covarianceGivenBoundary();
        int d = fit.shared().rank();
        double[] block = new double[d * d];
        double worst = 0;
        double worstGiven = 0;
        int pairs = 0;
        for (int u = 0; u < models.length; u++) {
            double[] mine = logits(draws.truth()[u]);
            double meanMine = family.predict(u, 1, LeaveOut.NOTHING, 0.9).logitMean();
            joint.read(u, u, block, 0);
            double variance = fit.shared().columns.between(1, 1, block, 0);
            for (int v = 0; v <= u; v++) {
                if (!joint.holds(u, v)) {
                    continue;
                }
                joint.read(v, v, block, 0);
                double other = fit.shared().columns.between(1, 1, block, 0);
                joint.read(u, v, block, 0);
                double expected = fit.shared().columns.between(1, 1, block, 0);
                given.read(u, v, block, 0);
                double inner = fit.shared().columns.between(1, 1, block, 0);
                double found = covariance(
                        mine,
                        logits(draws.truth()[v]),
                        meanMine,
                        family.predict(v, 1, LeaveOut.NOTHING, 0.9).logitMean());
                double scale = Math.sqrt((variance * other + expected * expected) / JointDraws.PAIRS);
                worst = Math.max(worst, Math.abs(found - expected) / scale);
                worstGiven = Math.max(worstGiven, Math.abs(found - inner) / scale);
                pairs++;
            }
        }
        assertThat(pairs).isGreaterThan(models.length);
        assertThat(worst).isLessThan(5);
        assertThat(worstGiven).isGreaterThan(8); // else the shared nodes would not matter here, and this test nothing
    }

    @Test
    void measurementsVaryByTheNoiseMore() {
        ScoreDraws draws = family.draws(new int[] {0}, WantedColumns.only(0), Progress.NONE);
        CellPrediction cell = family.predict(0, 0, LeaveOut.NOTHING, 0.9);
        double[] measured = logits(draws.measured()[0]);
        double[] truth = logits(draws.truth()[0]);
        double[] noise = IntStream.range(0, truth.length)
                .mapToDouble(s -> measured[s] - truth[s])
                .toArray();

        assertThat(covariance(noise, noise, 0, 0)).isCloseTo(cell.noiseVariance(), within(0.16 * cell.noiseVariance()));
        double expected = cell.logitVariance() + cell.noiseVariance();
        assertThat(covariance(measured, measured, cell.logitMean(), cell.logitMean()))
                .isCloseTo(expected, within(0.16 * expected));
    }

    @Test
    void theMeanMeasurementIsTheExpectedScore() {
        WantedColumns wanted = new WantedColumns(new int[] {2, 0}, new double[] {3, 1});
        ScoreDraws draws = family.draws(new int[] {4, 2}, wanted, Progress.NONE);

        MeanPrediction mean = family.predictMean(2, wanted, 0.9);

        double expected = 0.75 * family.predict(2, 2, LeaveOut.NOTHING, 0.9).mean()
                + 0.25 * family.predict(2, 0, LeaveOut.NOTHING, 0.9).mean();
        assertThat(mean.mean()).isCloseTo(expected, within(1e-12));
        double sum = 0;
        for (float score : draws.measured()[1]) {
            sum += score;
        }
        assertThat(sum / draws.draws()).isCloseTo(expected, within(0.003));
    }

    @Test
    void ofOneColumnTheIntervalIsThatOfTheCellAndOfSeveralNoWiderThanTheirs() {
        CellPrediction cell = family.predict(3, 1, LeaveOut.NOTHING, 0.8);
        assertThat(family.predictMean(3, WantedColumns.only(1), 0.8))
                .isEqualTo(new MeanPrediction(cell.mean(), cell.lower(), cell.upper(), 0.8));

        MeanPrediction both = family.predictMean(3, new WantedColumns(new int[] {0, 1}, new double[] {1, 1}), 0.8);
        CellPrediction other = family.predict(3, 0, LeaveOut.NOTHING, 0.8);
        double width = both.upper() - both.lower();
        assertThat(width).isPositive();
        assertThat(width)
                .isLessThanOrEqualTo((cell.upper() - cell.lower() + other.upper() - other.lower()) / 2 + 1e-12);
    }

    @Test
    void theSameQuestionHasTheSameAnswerWhateverElseIsAsked() {
        ScoreDraws one = family.draws(new int[] {0, 1}, WantedColumns.only(0), Progress.NONE);
        ScoreDraws two = family.draws(new int[] {0, 1}, WantedColumns.only(0), Progress.NONE);

        assertThat(two.truth()).isDeepEqualTo(one.truth());
        assertThat(two.measured()).isDeepEqualTo(one.measured());
    }

    @Test
    void ofAWholeFitTheyNeedNoBoundary() {
        ScoreDraws draws = fit.models().draws(new int[] {0, 149}, WantedColumns.only(0), Progress.NONE);

        double[] logits = logits(draws.truth()[1]);
        CellPrediction cell = fit.models().predict(149, 0, LeaveOut.NOTHING, 0.9);
        assertThat(covariance(logits, logits, cell.logitMean(), cell.logitMean()))
                .isCloseTo(cell.logitVariance(), within(0.16 * cell.logitVariance()));
    }

    @Test
    void wishesWithoutSenseAreRefused() {
        assertThatThrownBy(() -> new WantedColumns(new int[0], new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WantedColumns(new int[] {1, 1}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WantedColumns(new int[] {1}, new double[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> family.draws(new int[] {0}, WantedColumns.only(3), Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
