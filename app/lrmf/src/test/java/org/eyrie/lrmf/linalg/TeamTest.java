package org.eyrie.lrmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TeamTest {

    private static final long MUCH = Long.MAX_VALUE;

    @RepeatedTest(20)
    void everyoneWaitsForWhatHeNeeds() {
        int tickets = 5_000;
        double[] value = new double[tickets];

        boolean well = Team.run(tickets, MUCH, () -> {}, team -> ticket -> {
            double sum = 1;
            for (int step = 1; step <= ticket; step *= 2) {
                team.await(ticket - step);
                sum = 0.5 * sum + Math.sin(value[ticket - step]);
            }
            value[ticket] = sum;
            return true;
        });

        assertThat(well).isTrue();
        assertThat(value).isEqualTo(alone(tickets));
    }

    private static double[] alone(int tickets) {
        double[] value = new double[tickets];
        for (int ticket = 0; ticket < tickets; ticket++) {
            double sum = 1;
            for (int step = 1; step <= ticket; step *= 2) {
                sum = 0.5 * sum + Math.sin(value[ticket - step]);
            }
            value[ticket] = sum;
        }
        return value;
    }

    @RepeatedTest(20)
    void oneFailureEndsItForAll() {
        AtomicInteger worked = new AtomicInteger();

        boolean well = Team.run(1_000_000, MUCH, () -> {}, team -> ticket -> {
            if (ticket > 2) {
                team.await(ticket - 3);
            }
            worked.incrementAndGet();
            return ticket != 100;
        });

        assertThat(well).isFalse();
        assertThat(worked.get()).isLessThan(1_000_000);
    }

    @Test
    void theCallerCanEndIt() {
        assertThatThrownBy(() -> Team.run(
                        1_000_000,
                        MUCH,
                        () -> {
                            throw new CancellationException("enough");
                        },
                        team -> ticket -> true))
                .isInstanceOf(CancellationException.class)
                .hasMessage("enough");
    }

    @RepeatedTest(5)
    void anErrorOfAHelperIsTheCallersToo() {
        assertThatThrownBy(() -> Team.run(100_000, MUCH, () -> {}, team -> ticket -> {
                    if (ticket == 50_000) {
                        throw new ArithmeticException("bad luck");
                    }
                    return true;
                }))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("bad luck");
    }
}
