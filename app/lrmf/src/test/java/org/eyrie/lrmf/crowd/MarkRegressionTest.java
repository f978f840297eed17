package org.eyrie.lrmf.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarkRegressionTest {

    private static final int MODELS = 4_000;
    private static final int MARKS = 12;
    private static final double HIDDEN = Double.NaN;

    private final double[] worth = new Random(1).doubles(MARKS, -1, 1).toArray();
    private final int[][] marks = new Random(2)
            .ints(MODELS, 0, 1 << MARKS)
            .mapToObj(bits -> java.util.stream.IntStream.range(0, MARKS)
                    .filter(mark -> (bits >> mark & 1) == 1)
                    .toArray())
            .toArray(int[][]::new);

    private double truth(int model) {
        return 0.5
                + Arrays.stream(marks[model]).mapToDouble(mark -> worth[mark]).sum();
    }

    private double[] logits() {
        double[] logit = new double[MODELS];
        Arrays.setAll(logit, u -> u % 4 == 0 ? HIDDEN : truth(u));
        return logit;
    }

    @Test
    void findsWhatEachMarkAddsAlsoForModelsThatItHasNotSeen() {
        MarkRegression found = MarkRegression.of(marks, logits(), MarkRegression.none(MARKS));

        for (int u = 0; u < 100; u += 4) {
            assertThat(found.predict(marks[u])).isCloseTo(truth(u), within(0.05));
        }
    }

    @Test
    void whereItBeginsMakesNoDifferenceToSpeakOf() {
        double[] some = logits();
        Arrays.fill(some, 0, MODELS / 10, HIDDEN);
        MarkRegression all = MarkRegression.of(marks, logits(), MarkRegression.none(MARKS));
        MarkRegression near = MarkRegression.of(marks, some, all);
        MarkRegression afresh = MarkRegression.of(marks, some, MarkRegression.none(MARKS));

        assertThat(near.predict(marks[5])).isCloseTo(afresh.predict(marks[5]), within(0.01));
    }

    @Test
    void aMarkThatOneModelHasIsWorthNextToNothing() {
        int[][] own = {{0}, {}, {}, {}};
        double[] logit = {1, 0, 0, 0};
        MarkRegression found = MarkRegression.of(own, logit, MarkRegression.none(1));

        assertThat(found.predict(new int[] {0})).isBetween(0.25, 0.31);
    }

    @Test
    void knowsNothingWhereNothingIsSeen() {
        double[] none = new double[MODELS];
        Arrays.fill(none, HIDDEN);

        assertThat(MarkRegression.of(marks, none, MarkRegression.none(MARKS)).predict(marks[0]))
                .isZero();
    }
}
