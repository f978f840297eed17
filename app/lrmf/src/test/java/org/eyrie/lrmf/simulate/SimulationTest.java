package org.eyrie.lrmf.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.trial.metric.Correlation;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final RandomFamilies FAMILIES = RandomFamilies.draw(400, 0.2, 0.3, 1);

    private static Simulation items(double seen, long seed) {
        return new Simulation(FAMILIES.lineage(), SimulationSettings.items(500, seen, seed));
    }

    @Test
    void equalSeedsGiveEqualDataAndOthersDoNot() {
        Observations data = items(0.1, 1).seen();
        Observations same = items(0.1, 1).seen();
        assertThat(same.model()).isEqualTo(data.model());
        assertThat(same.column()).isEqualTo(data.column());
        assertThat(same.score()).isEqualTo(data.score());
        assertThat(items(0.1, 2).seen().column()).isNotEqualTo(data.column());
    }

    @Test
    void aSeenCellIsNeverHeldOutAndColdModelsAreNeverSeen() {
        Simulation simulation = items(0.3, 3);
        for (int model = 0; model < 400; model++) {
            for (int column = 0; column < 500; column++) {
                assertThat(simulation.isSeen(model, column) && simulation.isHeldOut(model, column))
                        .isFalse();
            }
        }
        assertThat(Arrays.stream(simulation.seen().model())).noneMatch(simulation::isCold);
        assertThat(Arrays.stream(simulation.heldOut().model())).anyMatch(simulation::isCold);
        assertThat(Arrays.stream(simulation.heldOut().model())).anyMatch(model -> !simulation.isCold(model));
    }

    @Test
    void theSharesAreThoseAskedFor() {
        Simulation simulation = items(0.3, 4);
        double cells = 400.0 * 500;
        double cold = Arrays.stream(simulation.heldOut().model())
                        .distinct()
                        .filter(simulation::isCold)
                        .count()
                / 400.0;
        assertThat(cold).isBetween(0.05, 0.15);
        assertThat(simulation.seen().cells() / cells).isCloseTo(0.3 * (1 - cold), within(0.01));
        assertThat((simulation.seen().cells() + simulation.heldOut().cells()) / cells)
                .isCloseTo(0.31, within(0.01));
    }

    @Test
    void outcomesFollowTheTrueProbabilities() {
        Simulation simulation = items(1, 5);
        double difference = 0;
        for (int model = 0; model < 400; model++) {
            for (int column = 0; column < 500; column++) {
                difference += simulation.score(model, column) - simulation.probability(model, column);
            }
        }
        // 200,000 outcomes have a mean of deviation below .5 / √200,000 = .0011
        assertThat(difference / 200_000).isCloseTo(0, within(0.005));
    }

    @Test
    void aBenchmarkScoreIsNearItsProbability() {
        SimulationSettings exact = new SimulationSettings(3, 6, 10_000, 0.35, 0, 1, 0, 0, 6);
        Simulation simulation = new Simulation(FAMILIES.lineage(), exact);
        Observations scores = simulation.seen();
        for (int c = 0; c < scores.cells(); c++) {
            double p = simulation.probability(scores.model()[c], scores.column()[c]);
            assertThat(scores.score()[c]).isCloseTo(p, within(5.5 * 0.5 / 100));
            assertThat(scores.trials()[c]).isEqualTo(10_000);
        }
    }

    @Test
    void childrenResembleTheirParents() {
        LineageGraph lineage = FAMILIES.lineage();
        Simulation simulation = items(0.1, 7);
        double[] child = Arrays.stream(lineage.child())
                .mapToDouble(m -> simulation.skill(m, 0))
                .toArray();
        double[] parent = Arrays.stream(lineage.parent())
                .mapToDouble(m -> simulation.skill(m, 0))
                .toArray();
        assertThat(Correlation.pearson(child, parent)).isGreaterThan(0.7);
    }

    @Test
    void withoutStepsAChildIsTheMeanOfItsParents() {
        LineageGraph merge = new LineageGraph(
                3, 1, new int[] {0, 0}, new int[] {1, 2}, new int[2], new double[] {Double.NaN, Double.NaN});
        Simulation simulation = new Simulation(merge, new SimulationSettings(2, 4, 1, 0, 0, 1, 0, 0, 8));
        assertThat(simulation.skill(0, 1))
                .isCloseTo((simulation.skill(1, 1) + simulation.skill(2, 1)) / 2, within(1e-12));
    }

    @Test
    void aCycleIsRefused() {
        LineageGraph cycle =
                new LineageGraph(2, 1, new int[] {0, 1}, new int[] {1, 0}, new int[2], new double[] {1, 1});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Simulation(cycle, SimulationSettings.items(3, 1, 1)))
                .withMessageContaining("cycle");
    }
}
