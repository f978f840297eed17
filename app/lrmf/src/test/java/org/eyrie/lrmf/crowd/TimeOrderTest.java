package org.eyrie.lrmf.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeOrderTest {

    @Test
    void periodsHaveAsManyModelsAfterTheFirstFifth() {
        double[] day = new double[100];
        Arrays.setAll(day, u -> 19_000 + (u * 37) % 100);
        boolean[] measured = new boolean[100];
        Arrays.fill(measured, true);
        TimeOrder order = new TimeOrder(day, measured);

        assertThat(order.periods()).isEqualTo(10);
        for (int p = 0; p < 10; p++) {
            int period = p;
            assertThat(IntStream.range(0, 100).filter(u -> order.of(u) == period))
                    .hasSize(8)
                    .allMatch(u -> day[u] >= order.begin(period));
        }
        assertThat(IntStream.range(0, 100).filter(u -> order.of(u) < 0)).allMatch(u -> day[u] < order.begin(0));
        assertThat(order.foretold())
                .containsExactly(
                        IntStream.range(4, 10).mapToDouble(order::begin).toArray());
    }

    @Test
    void whoWasNotMeasuredOrHasNoDayIsOfNone() {
        TimeOrder order = new TimeOrder(new double[] {3, Double.NaN, 5}, new boolean[] {false, true, true});

        assertThat(order.of(0)).isEqualTo(-1);
        assertThat(order.of(1)).isEqualTo(-1);
        assertThat(order.of(2)).isEqualTo(9);
    }

    @Test
    void withoutDaysThereAreNoPeriods() {
        TimeOrder order = new TimeOrder(new double[] {Double.NaN}, new boolean[] {true});

        assertThat(order.periods()).isZero();
        assertThat(order.foretold()).isEmpty();
    }
}
