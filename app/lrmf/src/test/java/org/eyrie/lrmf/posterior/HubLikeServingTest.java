package org.eyrie.lrmf.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eyrie.lrmf.learning.FitResult;
import org.eyrie.lrmf.learning.LrmfFit;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.HubLike;
import org.eyrie.lrmf.simulate.HubShape;
import org.eyrie.lrmf.simulate.Simulation;
import org.eyrie.lrmf.simulate.SimulationSettings;
import org.eyrie.lrmf.simulate.Subgraph;
import org.eyrie.task.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lineages as skew as a public hub: families are served as exactly as the fit was made, from little. */
class HubLikeServingTest {

    private static final LrmfSettings FEW_SWEEPS = new LrmfSettings(8, LrmfSettings.DEFAULT.margin(), 3, 1e-3, 1);

    private static Problem problem(String shape, int models) {
        HubLike drawn = HubLike.draw(models, HubShape.of(shape), 5);
        Simulation simulation = new Simulation(drawn.lineage(), SimulationSettings.benchmarks(3, 5));
        return new Problem(drawn.lineage(), drawn.traits(), simulation.seen());
    }

    @ParameterizedTest
    @CsvSource({"hub, 0", "llm, 0", "star, 0", "hub, 1000000000", "llm, 1000000000", "star, 1000000000"})
    void everyFamilyIsServedAsTheFitHasItWhetherOrNotAllIsWorkedOutBefore(String shape, long spare) {
        Problem problem = problem(shape, 500);
        FitResult fit = LrmfFit.fit(problem, FEW_SWEEPS, Progress.NONE);
        assertThat(fit.exactness().cut()).isZero();
        List<List<Integer>> families = Subgraph.components(problem);
        assertThat(families.get(0).size()).isGreaterThan(10);
        fit.shared().nodes.spare(spare);
        for (List<Integer> members : families) {
            FamilyPosterior family = fit.shared().solve(Subgraph.of(problem, members));
            for (int k = 0; k < members.size(); k++) {
                CellPrediction global = fit.models().predict(members.get(k), k % 3, LeaveOut.MODEL, 0.9);
                CellPrediction local = family.predict(k, k % 3, LeaveOut.MODEL, 0.9);
                assertThat(local.logitMean()).isCloseTo(global.logitMean(), within(1e-8));
                assertThat(local.logitVariance()).isCloseTo(global.logitVariance(), within(1e-8));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub", "llm", "star"})
    void whatIsKeptGrowsAsSharedNodesDo(String shape) {
        double few = blocksANode(shape, 1_000);
        double many = blocksANode(shape, 4_000);

        assertThat(many).isLessThan(2 * few);
    }

    private static double blocksANode(String shape, int models) {
        LrmfSettings oneSweep = new LrmfSettings(8, LrmfSettings.DEFAULT.margin(), 1, 1e-3, 1);
        SharedPart shared =
                LrmfFit.fit(problem(shape, models), oneSweep, Progress.NONE).shared();
        double block = 8.0 * shared.rank() * shared.rank();
        return shared.toBytes().length / block / shared.sharedNodes();
    }
}
