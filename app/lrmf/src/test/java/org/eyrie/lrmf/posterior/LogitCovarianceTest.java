package org.eyrie.lrmf.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eyrie.lrmf.learning.FitResult;
import org.eyrie.lrmf.learning.LrmfFit;
import org.eyrie.lrmf.linalg.SelectedInverse;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.SimulatedLineage;
import org.eyrie.lrmf.simulate.Subgraph;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a measurement is said to tell beforehand is what it tells. */
class LogitCovarianceTest {

    private static final int FEW = 3;
    private static final int MANY = 10;

    private static Problem problem;
    private static FitResult own;
    private static FitResult learned;

    @BeforeAll
    static void fitOnce() {
        problem = new SimulatedLineage(51, 90, FEW, 0.5).problem;
        own = LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE);
        learned = LrmfFit.fit(
                new SimulatedLineage(52, 80, MANY, 0.5).problem, new LrmfSettings(4, 0.1, 6, 0, 1), Progress.NONE);
    }

    private static double variance(FamilyPosterior family, int model, int column) {
        return family.predict(model, column, LeaveOut.NOTHING, 0.9).logitVariance();
    }

    /** The family once a measurement came out so many standard deviations above what was expected. */
    private static FamilyPosterior measured(FitResult fit, int model, int column, double deviations) {
        FamilyPosterior family = fit.models();
        CellPrediction cell = family.predict(model, column, LeaveOut.NOTHING, 0.9);
        double[] block = new double[fit.shared().rank() * fit.shared().rank()];
        family.posterior.covariance().read(model, model, block, 0);
        double trials = fit.shared().columns.trials()[column];
        double deviation = Math.sqrt(fit.shared().columns.between(column, column, block, 0)
                + fit.shared().columns.evidenceNoise(column, trials));
        ScoreScale scale = fit.shared().scale();
        double score = scale.score(cell.logitMean() + deviations * deviation);
        assertThat(score).isBetween(0.001, 0.999);
        return family.observe(new Observations(
                family.columns(), new int[] {model}, new int[] {column}, new double[] {score}, new double[] {trials}));
    }

    @Test
    void theVarianceFallsByTheGain() {
        FamilyPosterior family = own.models();
        for (int[] cells : new int[][] {{4, 0, 4, 1}, {4, 2, 9, 2}, {30, 1, 2, 0}, {61, 0, 60, 0}}) {
            double gain =
                    Math.pow(LogitCovariance.of(family, cells[0], cells[1]).movedBy(cells[2], cells[3]), 2);

            double after = variance(measured(own, cells[2], cells[3], 0.3), cells[0], cells[1]);

            assertThat(variance(family, cells[0], cells[1]) - after).isCloseTo(gain, within(1e-9));
            assertThat(family.predictAfter(cells[0], cells[1], gain, 0.9).logitVariance())
                    .isCloseTo(after, within(1e-9));
        }
    }

    @Test
    void whereLoadingsAreUncertainItIsWhatIsExpected() {
        FamilyPosterior family = learned.models();
        for (int[] cells : new int[][] {{4, 0, 4, 7}, {4, 2, 9, 2}, {30, 1, 2, 5}}) {
            double gain =
                    Math.pow(LogitCovariance.of(family, cells[0], cells[1]).movedBy(cells[2], cells[3]), 2);

            double above = variance(measured(learned, cells[2], cells[3], 1), cells[0], cells[1]);
            double below = variance(measured(learned, cells[2], cells[3], -1), cells[0], cells[1]);

            assertThat(variance(family, cells[0], cells[1]) - (above + below) / 2)
                    .isCloseTo(gain, within(1e-9));
        }
    }

    @Test
    void theExpectedLogitMovesAsFarAsWasSaid() {
        double step = LogitCovariance.of(own.models(), 9, 2).moves(4, 1);

        double moved =
                measured(own, 9, 2, 0.5).predict(4, 1, LeaveOut.NOTHING, 0.9).logitMean()
                        - own.models().predict(4, 1, LeaveOut.NOTHING, 0.9).logitMean();

        assertThat(moved).isCloseTo(0.5 * step, within(1e-9));
        assertThat(LogitCovariance.of(own.models(), 4, 1).movedBy(9, 2)).isCloseTo(step, within(1e-9));
    }

    @Test
    void ofAFamilyItIsTheSelectedInverseWithTheSharedNodesUncertaintyInIt() {
        FamilyPosterior family = own.shared()
                .solve(Subgraph.of(problem, Subgraph.components(problem).get(0)));
        SelectedInverse inverse = family.posterior.covariance();
        double[] block = new double[FEW * FEW];
        int pairs = 0;
        for (int u = 0; u < family.models(); u++) {
            LogitCovariance of = LogitCovariance.of(family, u, 1);
            for (int v = 0; v < family.models(); v++) {
                if (inverse.holds(u, v)) {
                    inverse.read(u, v, block, 0);
                    assertThat(of.with(v, 2)).isCloseTo(own.shared().columns.between(1, 2, block, 0), within(1e-9));
                    pairs += u == v ? 0 : 1;
                }
            }
        }
        assertThat(pairs).isPositive();
    }

    @Test
    void theUnrelatedTellNextToNothingAndRelativesMuch() {
        List<List<Integer>> families = Subgraph.components(problem);
        FamilyPosterior family = own.models();
        int parent = -1;
        int child = -1;
        for (int u = 0; u < family.models() && parent < 0; u++) {
            if (family.parents(u).length == 1 && family.ownScores(u) == 0) {
                child = u;
                parent = family.parents(u)[0];
            }
        }
        int at = child;
        LogitCovariance asked = LogitCovariance.of(family, child, 0);
        double related = Math.pow(asked.movedBy(parent, 0), 2);
        double unrelated = families.stream()
                .filter(other -> !other.contains(at))
                .flatMap(List::stream)
                .filter(other -> !family.kind(other).equals(family.kind(at)))
                .mapToDouble(other -> Math.pow(asked.movedBy(other, 0), 2))
                .max()
                .orElseThrow();

        assertThat(unrelated).isLessThan(0.02 * variance(family, child, 0));
        assertThat(related).isGreaterThan(unrelated);
    }

    @Test
    void unknownCellsAreRefused() {
        assertThatThrownBy(() -> LogitCovariance.of(own.models(), 90, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LogitCovariance.of(own.models(), 0, 0).with(0, FEW))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
