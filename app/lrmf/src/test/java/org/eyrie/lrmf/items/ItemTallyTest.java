package org.eyrie.lrmf.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ItemTallyTest {

    private final ItemTally tally = new ItemTally(2, new int[] {0});

    @Test
    void oneSureMistakeMakesNoSumInfinite() {
        tally.item(0, 0, 1, 1);
        tally.item(0, 1, 0, 0);
        tally.item(0, 1, 1, 1);
        ItemLoss loss = tally.losses(ColdOrInformed.COLD).get(0);
        assertThat(loss.logLoss()).isFinite().isGreaterThan(20);
        assertThat(loss.baseline()).isFinite().isPositive();
    }

    @Test
    void aBenchmarkWithoutAnyPredictedItemHasNoFigures() {
        tally.item(1, 0.5, 0.5, 1);
        assertThat(tally.losses(ColdOrInformed.INFORMED)).singleElement().satisfies(loss -> {
            assertThat(loss.benchmark()).isEqualTo(1);
            assertThat(loss.logLoss()).isCloseTo(Math.log(2), within(1e-12));
        });
        assertThat(new ItemTally(2, new int[] {0}).losses(ColdOrInformed.COLD)).isEmpty();
    }
}
