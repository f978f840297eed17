package org.eyrie.lrmf.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eyrie.lrmf.math.Logistic;
import org.junit.jupiter.api.Test;

class PartialScoreTest {

    private static final int ITEMS = 300;

    private static double[] difficulties(long seed) {
        return new SplittableRandom(seed).doubles(ITEMS, -3, 3).toArray();
    }

    private static byte[] none() {
        byte[] outcome = new byte[ITEMS];
        Arrays.fill(outcome, (byte) -1);
        return outcome;
    }

    @Test
    void allItemsAreTheScoreItself() {
        byte[] outcome = new byte[ITEMS];
        Arrays.fill(outcome, 0, 100, (byte) 1);
        PartialScore whole = PartialScore.of(difficulties(1), outcome);
        assertThat(whole.score()).isCloseTo(100.0 / ITEMS, within(1e-12));
        assertThat(whole.trials()).isEqualTo(ITEMS);
    }

    @Test
    void halfOfTheHardItemsIsMoreThanHalfOfTheEasyOnes() {
        double[] logit = difficulties(2);
        byte[] hard = none();
        byte[] easy = none();
        int[] count = new int[2];
        for (int i = 0; i < ITEMS; i++) {
            if (logit[i] < -1) {
                hard[i] = (byte) (count[0]++ % 2);
            } else if (logit[i] > 1) {
                easy[i] = (byte) (count[1]++ % 2);
            }
        }
        assertThat(PartialScore.of(logit, hard).score())
                .isGreaterThan(PartialScore.of(logit, easy).score() + 0.3);
    }

    @Property(tries = 30)
    void chosenItemsAreNoBiasAndTheErrorIsAsLargeAsItSays(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] logit = difficulties(seed);
        double squares = 0;
        double expected = 0;
        for (int round = 0; round < 60; round++) {
            double ability = 2 * random.nextDouble() - 1;
            byte[] some = none();
            double truth = 0;
            for (int i = 0; i < ITEMS; i++) {
                byte outcome = (byte) (random.nextDouble() < Logistic.of(logit[i] + ability) ? 1 : 0);
                truth += outcome;
                if (logit[i] > 0 && i % 3 == 0) {
                    some[i] = outcome;
                }
            }
            PartialScore found = PartialScore.of(logit, some);
            squares += Math.pow(found.score() - truth / ITEMS, 2);
            expected += found.score() * (1 - found.score()) / found.trials();
        }
        assertThat(squares).isLessThan(2 * expected);
    }

    @Test
    void everythingAndNothingRightStayFinite() {
        for (byte outcome : new byte[] {0, 1}) {
            byte[] some = none();
            Arrays.fill(some, 0, 20, outcome);
            PartialScore found = PartialScore.of(difficulties(3), some);
            assertThat(found.score()).isBetween(0.001, 0.999);
            assertThat(found.trials()).isBetween(1.0, 20.0);
        }
    }

    @Test
    void noItemAtAllIsRefused() {
        assertThatThrownBy(() -> PartialScore.of(difficulties(4), none())).hasMessageContaining("No item was run");
    }
}
