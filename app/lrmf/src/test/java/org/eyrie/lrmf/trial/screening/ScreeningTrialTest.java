package org.eyrie.lrmf.trial.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.predictor.Contestants;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

class ScreeningTrialTest {

    private static final int BASES = 6;
    private static final int LINES = 6;
    private static final int CHILDREN = 24;

    /**
     * Bases with lines of models made from them, good and bad ones, and for each base merges of one of its lines with a
     * hub: the hub's children have parents that tell them apart.
     */
    private static Problem hubs() {
        Random random = new Random(3);
        int models = BASES * (1 + LINES + CHILDREN);
        int[] child = new int[BASES * (LINES + 2 * CHILDREN)];
        int[] parent = new int[child.length];
        int[] relation = new int[child.length];
        double[] level = new double[models];
        int edge = 0;
        int next = 0;
        for (int base = 0; base < BASES; base++) {
            int hub = next++;
            level[hub] = 0.3 + 0.05 * base;
            int firstLine = next;
            for (int line = 0; line < LINES; line++) {
                level[next] = level[hub] + 0.06 * (line - 2.5);
                child[edge] = next++;
                parent[edge++] = hub;
            }
            for (int k = 0; k < CHILDREN; k++) {
                int other = firstLine + k % LINES;
                level[next] = (level[hub] + level[other]) / 2;
                for (int p : new int[] {hub, other}) {
                    child[edge] = next;
                    parent[edge] = p;
                    relation[edge++] = 1;
                }
                next++;
            }
        }
        double[] weight = new double[child.length];
        Arrays.fill(weight, Double.NaN);
        int[] unknown = new int[models];
        Arrays.fill(unknown, -1);
        double[] nan = new double[models];
        Arrays.fill(nan, Double.NaN);
        int[] model = IntStream.range(0, 2 * models).map(c -> c / 2).toArray();
        double[] score = Arrays.stream(model)
                .mapToDouble(u -> level[u] + 0.01 * random.nextGaussian())
                .toArray();
        double[] trials = new double[model.length];
        Arrays.fill(trials, 500);
        return new Problem(
                new LineageGraph(models, 2, child, parent, relation, weight),
                new ModelTraits(new int[models], unknown, unknown, unknown, unknown, unknown, nan, nan),
                new Observations(
                        2, model, IntStream.range(0, 2 * models).map(c -> c % 2).toArray(), score, trials));
    }

    private static double best(ScreeningTrial.Outcome outcome, int budget, String chooser) {
        return outcome.figures().stream()
                .filter(figure -> figure.budget() == budget && figure.chooser().equals(chooser))
                .mapToDouble(ScreeningTrial.Figure::best)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoKnowsTheParentsChoosesBetterThanAtRandom() {
        ScreeningTrial trial = new ScreeningTrial(hubs(), LrmfSettings.DEFAULT, 1, 3, 1000);
        ScreeningTrial.Outcome outcome = trial.run(Contestants.ofScreening(), Progress.NONE);

        assertThat(outcome.families()).isEqualTo(BASES);
        assertThat(outcome.candidates()).isEqualTo(BASES * (LINES + CHILDREN));
        for (int budget : new int[] {1, 3}) {
            double random = best(outcome, budget, "at random");
            double oracle = best(outcome, budget, "oracle");
            assertThat(random).isLessThan(oracle);
            assertThat(best(outcome, budget, "parent mean")).isBetween(0.0, oracle);
            assertThat(best(outcome, budget, "LRMF, jointly")).isBetween(0.0, oracle);
        }
        assertThat(outcome.figures().stream()
                        .filter(figure -> figure.budget() == 1000)
                        .map(ScreeningTrial.Figure::best)
                        .mapToDouble(best -> best)
                        .max()
                        .orElseThrow())
                .isCloseTo(best(outcome, 1000, "at random"), within(1e-12));
    }

    @Test
    void atRandomIsTheMeanOverAllSubsets() {
        double[] values = {0.3, 0.1, 0.9, 0.5};
        double sum = 0;
        int count = 0;
        for (int a = 0; a < 4; a++) {
            for (int b = a + 1; b < 4; b++) {
                sum += Math.max(values[a], values[b]);
                count++;
            }
        }
        assertThat(ScreeningTrial.expectedAtRandom(values, 2)).isCloseTo(sum / count, within(1e-12));
        assertThat(ScreeningTrial.expectedAtRandom(values, 1)).isCloseTo(0.45, within(1e-12));
        assertThat(ScreeningTrial.expectedAtRandom(values, 9)).isEqualTo(0.9);
    }

    @Test
    void broodsHiddenTogetherLeaveOneAnothersParentsAlone() {
        // 0 has 21 children, one of which has 20 itself: never both in one round
        int[] child = IntStream.range(1, 42).toArray();
        int[] parent = IntStream.range(1, 42).map(u -> u < 22 ? 0 : 1).toArray();
        LineageGraph lineage = new LineageGraph(42, 1, child, parent, new int[41], nan(41));

        List<Brood> broods = Brood.of(lineage, new double[42], 20);

        assertThat(broods).hasSize(2);
        assertThat(broods.get(0).hidden().cardinality()).isEqualTo(41);
        assertThat(Brood.rounds(broods, 100)).hasSize(2);
        assertThatThrownBy(() -> new ScreeningTrial(
                                new Problem(
                                        new LineageGraph(1, 1, new int[0], new int[0], new int[0], new double[0]),
                                        new ModelTraits(
                                                new int[1],
                                                new int[1],
                                                new int[1],
                                                new int[1],
                                                new int[1],
                                                new int[1],
                                                new double[1],
                                                new double[1]),
                                        new Observations(1, new int[0], new int[0], new double[0], new double[0])),
                                LrmfSettings.DEFAULT,
                                1)
                        .run(List.of(), Progress.NONE))
                .isInstanceOf(IllegalStateException.class);
    }

    private static double[] nan(int length) {
        double[] nan = new double[length];
        Arrays.fill(nan, Double.NaN);
        return nan;
    }
}
