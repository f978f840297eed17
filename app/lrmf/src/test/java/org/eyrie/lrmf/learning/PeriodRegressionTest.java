package org.eyrie.lrmf.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eyrie.lrmf.learning.StepRegression.Sums;
import org.junit.jupiter.api.Test;

class PeriodRegressionTest {

    /** A period in which such weights would have been best, of columns whose steps are as large. */
    private static List<Sums> period(double... weight) {
        return Arrays.stream(weight)
                .mapToObj(each -> new Sums(each * 10, 10, 40, 100))
                .toList();
    }

    private static double[] weights(List<List<Sums>> periods) {
        return new PeriodRegression(periods, periods.get(0).size()).weights();
    }

    @Test
    void whatEveryPeriodSaysIsBelieved() {
        assertThat(weights(List.of(period(.3, .3), period(.3, .3), period(.3, .3))))
                .containsExactly(.3, .3);
    }

    @Test
    void periodsThatContradictEachOtherSayNothing() {
        assertThat(weights(List.of(period(.9, .8), period(-.6, -.7), period(.1, .1))))
                .containsOnly(0);
        assertThat(weights(List.of(period(-.3, -.2), period(-.3, -.2), period(-.3, -.2))))
                .containsOnly(0);
    }

    @Test
    void lessIsBelievedWherePeriodsDiffer() {
        double[] weights = weights(List.of(period(.1), period(.3), period(.5), period(.3)));

        assertThat(weights[0]).isBetween(.2, .3);
    }

    @Test
    void columnsLeanOnEachOtherByHowUncertainTheyAre() {
        double[] alike = weights(List.of(period(.5, .1), period(.1, .5), period(.3, .3)));
        assertThat(alike[0]).isCloseTo(alike[1], within(1e-12));

        double[] certain = weights(List.of(period(.5, .1), period(.51, .09), period(.49, .11)));
        assertThat(certain[0]).isCloseTo(.5, within(.01));
        assertThat(certain[1]).isCloseTo(.1, within(.01));
    }

    @Test
    void ofTwoPeriodsAndOfColumnsWithoutCellsNothingIsKnown() {
        assertThat(weights(List.of(period(.3), period(.3)))).containsOnly(0);
        List<List<Sums>> half = Stream.generate(() -> List.of(new Sums(3, 10, 40, 100), Sums.NOTHING))
                .limit(4)
                .toList();
        assertThat(weights(half)).containsExactly(.3, 0);
    }

    @Test
    void aWeightIsNeverMoreThanTheWholeWay() {
        assertThat(weights(List.of(period(1.4), period(1.4), period(1.4)))).containsExactly(1);
    }
}
