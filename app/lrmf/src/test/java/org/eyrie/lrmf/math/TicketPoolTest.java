package org.eyrie.lrmf.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketPoolTest {

    @RepeatedTest(20)
    void everyoneWaitsForWhatHeNeeds() {
        int tickets = 5_000;
        double[] value = new double[tickets];

        boolean well = TicketPool.common().run(tickets, Progress.NONE, run -> ticket -> {
            double sum = 1;
            for (int step = 1; step <= ticket; step *= 2) {
                run.await(ticket - step);
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

        boolean well = TicketPool.common().run(1_000_000, Progress.NONE, run -> ticket -> {
            if (ticket > 2) {
                run.await(ticket - 3);
            }
            worked.incrementAndGet();
            return ticket != 100;
        });

        assertThat(well).isFalse();
        assertThat(worked.get()).isLessThan(1_000_000);
    }

    @Test
    void theCallerCanEndIt() {
        assertThatThrownBy(() -> TicketPool.common()
                        .run(1_000_000, Progress.of((step, done, total) -> {}, () -> true), run -> ticket -> true))
                .isInstanceOf(CancelledException.class);
    }

    @RepeatedTest(5)
    void anErrorOfAHelperIsTheCallersToo() {
        assertThatThrownBy(() -> TicketPool.common().run(100_000, Progress.NONE, run -> ticket -> {
                    if (ticket == 50_000) {
                        throw new ArithmeticException("bad luck");
                    }
                    return true;
                }))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("bad luck");
    }

    @RepeatedTest(5)
    void whateverAHelperThrowsReachesTheCallerAsItIs() {
        Thread caller = Thread.currentThread();
        AtomicInteger thrown = new AtomicInteger();
        OutOfMemoryError full = new OutOfMemoryError("full");
        assertThatThrownBy(() -> TicketPool.common().run(100_000, Progress.NONE, run -> ticket -> {
                    if (Thread.currentThread() != caller) {
                        thrown.incrementAndGet();
                        throw full;
                    }
                    while (thrown.get() == 0) {
                        Thread.onSpinWait();
                    }
                    return true;
                }))
                .isSameAs(full);
    }

    @RepeatedTest(5)
    void whatOthersThrewBesidesIsSuppressedInIt() {
        try (TicketPool pool = TicketPool.of(2)) {
            CyclicBarrier both = new CyclicBarrier(2);

            assertThatThrownBy(() -> pool.run(2, Progress.NONE, run -> ticket -> {
                        try {
                            both.await();
                        } catch (InterruptedException | BrokenBarrierException e) {
                            throw new AssertionError(e);
                        }
                        throw new ArithmeticException("ticket " + ticket);
                    }))
                    .isInstanceOf(ArithmeticException.class)
                    .satisfies(thrown -> assertThat(thrown.getSuppressed())
                            .singleElement()
                            .isInstanceOf(ArithmeticException.class)
                            .isNotSameAs(thrown));
        }
    }

    @Test
    void whoeverCannotEvenBeginIsHeardToo() {
        Thread caller = Thread.currentThread();
        CountDownLatch begun = new CountDownLatch(1);
        try (TicketPool pool = TicketPool.of(2)) {
            assertThatThrownBy(() -> pool.run(1, Progress.NONE, run -> {
                        if (Thread.currentThread() != caller) {
                            begun.countDown();
                            throw new OutOfMemoryError("no room for a workspace");
                        }
                        return ticket -> {
                            try {
                                begun.await();
                            } catch (InterruptedException e) {
                                throw new AssertionError(e);
                            }
                            return true;
                        };
                    }))
                    .isInstanceOf(OutOfMemoryError.class)
                    .hasMessage("no room for a workspace");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void everyTicketIsDoneOnceWhateverTheThreads(int threads) {
        AtomicIntegerArray done = new AtomicIntegerArray(1_000);
        try (TicketPool pool = TicketPool.of(threads)) {
            assertThat(pool.run(1_000, Progress.NONE, run -> ticket -> done.incrementAndGet(ticket) == 1))
                    .isTrue();
        }
        assertThat(done.toString()).doesNotContain("0", "2");
    }

    @Test
    void anInterruptedCallerStillGetsAllItAskedForAndStaysInterrupted() {
        AtomicInteger done = new AtomicInteger();
        try (TicketPool pool = TicketPool.of(3)) {
            Thread.currentThread().interrupt();
            pool.run(10_000, Progress.NONE, run -> ticket -> done.incrementAndGet() > 0);
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(done.get()).isEqualTo(10_000);
    }

    @Test
    void aPoolOfNobodyIsRefused() {
        assertThatThrownBy(() -> TicketPool.of(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }
}
