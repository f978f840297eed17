package org.eyrie.lrmf.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.problem.Observations;
import org.junit.jupiter.api.Test;

class CellMomentsTest {

    private static final ScoreScale SCALE = new ScoreScale(0.02);

    private static final int[] BOTH = {0, 1};

    /** Three models: the first and the last have both columns. */
    private static final Observations ALL = new Observations(
            2, new int[] {0, 0, 1, 2, 2}, new int[] {0, 1, 0, 0, 1}, new double[] {.2, .3, .9, .5, .6}, new double[] {
                100, 10, 300, 200, 30
            });

    @Test
    void theyAreWhatTheCellsSay() {
        CellMoments moments = CellMoments.of(ObservedCells.of(ALL, 3, SCALE), 2, BOTH);
        double[] y = Arrays.stream(ALL.score()).map(SCALE::logit).toArray();
        double first = (y[0] + y[2] + y[3]) / 3;
        double second = (y[1] + y[4]) / 2;

        assertThat(moments.mean(0)).isCloseTo(first, within(1e-12));
        assertThat(moments.mean(1)).isCloseTo(second, within(1e-12));
        assertThat(moments.pilotCount(0, 1)).isEqualTo(2);
        assertThat(moments.pilotCentred(0, 1))
                .isCloseTo((y[0] - first) * (y[1] - second) + (y[3] - first) * (y[4] - second), within(1e-12));
        assertThat(moments.pilotCentred(1, 0)).isCloseTo(moments.pilotCentred(0, 1), within(1e-12));
        assertThat(moments.medianTrials(0)).isEqualTo(200);
        assertThat(moments.medianTrials(1)).isEqualTo(30);
    }

    @Test
    void thoseOfAllAreTheSumOfTheParts() {
        CellMoments whole = CellMoments.of(ObservedCells.of(ALL, 3, SCALE), 2, BOTH);
        Observations one =
                new Observations(2, new int[2], new int[] {0, 1}, new double[] {.2, .3}, new double[] {100, 10});
        Observations two = new Observations(
                2, new int[] {0, 1, 1}, new int[] {0, 0, 1}, new double[] {.9, .5, .6}, new double[] {300, 200, 30});

        CellMoments sum = CellMoments.of(ObservedCells.of(two, 2, SCALE), 2, BOTH)
                .plus(CellMoments.of(ObservedCells.of(one, 1, SCALE), 2, BOTH));

        assertThat(sum.centred(0)).isCloseTo(whole.centred(0), within(1e-12));
        assertThat(sum.pilotCentred(0, 1)).isCloseTo(whole.pilotCentred(0, 1), within(1e-12));
        assertThat(sum.medianTrials(0)).isEqualTo(200);
    }

    @Test
    void aColumnWithoutCellsHasAMeanAndTrialsAllTheSame() {
        CellMoments moments = CellMoments.of(ObservedCells.of(ALL, 3, SCALE), 3, new int[] {0, 2});

        assertThat(moments.mean(2)).isZero();
        assertThat(moments.medianTrials(2)).isEqualTo(1);
        assertThat(moments.pilotCentred(1, 0)).isZero();
    }
}
