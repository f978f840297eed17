package org.eyrie.lrmf.kinship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eyrie.lrmf.math.Logistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiblingKinshipTest {

    private static final int SIBLINGS = 60;
    private static final int TASKS = 3;

    private final Random random = new Random(7);
    private final double[][] relevant = new double[SIBLINGS][2];
    private final double[][] idle = new double[SIBLINGS][3];
    private final int[][] solved = new int[SIBLINGS][TASKS];
    private final int[][] asked = new int[SIBLINGS][TASKS];

    SiblingKinshipTest() {
        for (int i = 0; i < SIBLINGS; i++) {
            relevant[i][0] = random.nextDouble();
            relevant[i][1] = random.nextDouble();
            for (int k = 0; k < idle[i].length; k++) {
                idle[i][k] = random.nextGaussian();
            }
        }
    }

    private double chance(int sibling, int task) {
        double off = relevant[sibling][task % 2] - .6;
        return Logistic.of(1.5 - 8 * off * off + .5 * relevant[sibling][0]);
    }

    private void ask(int siblings, int items) {
        for (int i = 0; i < siblings; i++) {
            for (int t = 0; t < TASKS; t++) {
                asked[i][t] = items;
                for (int k = 0; k < items; k++) {
                    solved[i][t] += random.nextDouble() < chance(i, t) ? 1 : 0;
                }
            }
        }
    }

    private SiblingForecast foretell(List<double[][]> first, List<double[][]> second) {
        return SiblingKinship.learn(new Siblings(List.of(first, second)), new SiblingTrials(solved, asked))
                .foretell();
    }

    private SiblingForecast foretell() {
        return foretell(List.<double[][]>of(relevant), List.<double[][]>of(idle));
    }

    private double error(SiblingForecast forecast, int from) {
        double sum = 0;
        for (int i = from; i < SIBLINGS; i++) {
            double truth = 0;
            for (int t = 0; t < TASKS; t++) {
                truth += chance(i, t) / TASKS;
            }
            sum += Math.pow(forecast.mean(i) - truth, 2) / (SIBLINGS - from);
        }
        return Math.sqrt(sum);
    }

    @Test
    void thoseNobodyTriedAreForetoldFromTheirKin() {
        ask(30, 200);
        double[][] nothing = new double[SIBLINGS][1];

        assertThat(error(foretell(), 30))
                .isLessThan(.5 * error(foretell(List.<double[][]>of(nothing), List.<double[][]>of(nothing)), 30));
    }

    @Test
    void aFewItemsOfOnesOwnAreWorthMoreWithKin() {
        ask(SIBLINGS, 4);
        double shares = 0;
        for (int i = 0; i < SIBLINGS; i++) {
            double off = 0;
            for (int t = 0; t < TASKS; t++) {
                off += (solved[i][t] / (double) asked[i][t] - chance(i, t)) / TASKS;
            }
            shares += off * off / SIBLINGS;
        }

        assertThat(error(foretell(), 0)).isLessThan(.7 * Math.sqrt(shares));
    }

    @Test
    void aDeviationOfOnesOwnIsBelievedWithManyItems() {
        ask(SIBLINGS, 300);
        for (int t = 0; t < TASKS; t++) {
            solved[5][t] = 15;
        }

        SiblingForecast forecast = foretell();
        assertThat(forecast.mean(5)).isLessThan(.15);
        assertThat(forecast.sd(5)).isLessThan(.03);
    }

    @Test
    void intervalsNarrowWithItemsOfOnesOwn() {
        ask(40, 4);
        double few = foretell().sd(3);
        for (int t = 0; t < TASKS; t++) {
            asked[3][t] = 400;
            solved[3][t] = (int) (400 * chance(3, t));
        }

        SiblingForecast forecast = foretell();
        assertThat(forecast.sd(3)).isLessThan(.6 * few);
        assertThat(forecast.sd(50)).isGreaterThan(forecast.sd(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void withHardlyAnybodyTriedForecastsAreWideAndFinite(int tried) {
        ask(tried, 5);

        SiblingForecast forecast = foretell();
        for (int i = 0; i < SIBLINGS; i++) {
            assertThat(forecast.mean(i)).isBetween(.02, .98);
            assertThat(forecast.sd(i)).isBetween(.01, .5);
        }
        assertThat(forecast.sd(SIBLINGS - 1)).isGreaterThan(.08);
    }

    @Test
    void descriptorsThatAreEqualForAllAndTwinsDoNoHarm() {
        ask(30, 50);
        double[][] constant = new double[SIBLINGS][4];
        relevant[31] = relevant[2].clone();
        idle[31] = idle[2].clone();
        relevant[32] = relevant[2].clone();
        idle[32] = idle[2].clone();

        SiblingForecast forecast = foretell(List.of(relevant, constant), List.<double[][]>of(idle));
        for (int i = 0; i < SIBLINGS; i++) {
            assertThat(forecast.mean(i)).isBetween(0.0, 1.0);
            assertThat(forecast.sd(i)).isBetween(0.0, .5);
        }
        assertThat(forecast.mean(31)).isEqualTo(forecast.mean(32));
    }

    @Test
    void whoSolvesEverythingOrNothingIsForetoldWithinBounds() {
        ask(30, 20);
        for (int t = 0; t < TASKS; t++) {
            solved[0][t] = 20;
            solved[1][t] = 0;
        }

        SiblingForecast forecast = foretell();
        assertThat(forecast.mean(0)).isBetween(.6, 1.0);
        assertThat(forecast.mean(1)).isBetween(0.0, .4);
    }

    @Test
    void aTaskThatNobodyWasAskedIsLeftOpen() {
        ask(30, 20);
        for (int i = 0; i < SIBLINGS; i++) {
            asked[i][2] = 0;
            solved[i][2] = 0;
        }

        SiblingForecast forecast = foretell();
        assertThat(forecast.mean(0, 2)).isCloseTo(.5, within(.05));
        assertThat(forecast.sd(0, 2)).isGreaterThan(.2);
        assertThat(forecast.sd(0, 1)).isLessThan(.1);
    }

    @Test
    void equalTrialsGiveEqualForecasts() {
        ask(20, 10);
        SiblingForecast one = foretell();
        SiblingForecast other = foretell();
        for (int i = 0; i < SIBLINGS; i++) {
            assertThat(one.mean(i)).isEqualTo(other.mean(i));
            assertThat(one.sd(i)).isEqualTo(other.sd(i));
        }
    }

    @Test
    void theSlopeOfTheEvidenceIsItsDerivative() {
        Siblings siblings = new Siblings(List.of(List.<double[][]>of(relevant), List.<double[][]>of(idle)));
        int[] members = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        double[] values = new double[members.length];
        double[] noise = new double[members.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
            noise[i] = .1 + random.nextDouble();
        }
        KinshipEvidence evidence = new KinshipEvidence(siblings, 1.3, members, values, noise);
        double[] point = KinshipPrior.start(siblings);
        point[0] += .4;
        double[] slope = new double[point.length];
        evidence.at(point, slope);

        List<Double> steps = new ArrayList<>();
        for (int h = 0; h < point.length; h++) {
            double[] up = point.clone();
            double[] down = point.clone();
            up[h] += 1e-5;
            down[h] -= 1e-5;
            double[] ignored = new double[point.length];
            steps.add((evidence.at(up, ignored) - evidence.at(down, ignored)) / 2e-5);
        }
        for (int h = 0; h < point.length; h++) {
            assertThat(slope[h]).isCloseTo(steps.get(h), within(1e-5));
        }
    }

    @Test
    void descriptorsAreCheckedBeforeAnythingIsLearned() {
        idle[4][1] = Double.NaN;
        assertThatThrownBy(this::foretell).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new SiblingTrials(new int[][] {{3}}, new int[][] {{2}}))
                .hasMessageContaining("3 items of 2");
        assertThatThrownBy(() -> new Siblings(List.of())).hasMessageContaining("descriptors");
    }
}
