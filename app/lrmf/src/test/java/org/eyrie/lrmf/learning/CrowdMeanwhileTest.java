package org.eyrie.lrmf.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eyrie.lrmf.crowd.NamedModels;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

class CrowdMeanwhileTest {

    private static final LrmfSettings SETTINGS = LrmfSettings.DEFAULT;
    private final Problem problem = new NamedModels(900, 1.5, 1).problem;

    @Test
    void isWhatItIsWhenNobodyElseWorks() {
        ForkJoinPool alone = new ForkJoinPool(1);
        try {
            byte[] meanwhile =
                    LrmfFit.fit(problem, SETTINGS, Progress.NONE).shared().toBytes();
            byte[] again = alone.submit(() -> LrmfFit.fit(problem, SETTINGS, Progress.NONE)
                            .shared()
                            .toBytes())
                    .join();
            assertThat(again).isEqualTo(meanwhile);
        } finally {
            alone.shutdown();
        }
    }

    @Test
    void saysThatTheCrowdIsAskedOnlyWhenItIsWaitedFor() {
        AtomicBoolean waited = new AtomicBoolean();
        AtomicBoolean tooEarly = new AtomicBoolean();
        Progress progress = Progress.of(
                (step, done, total) -> {
                    if (step.equals("asking the crowd")) {
                        waited.set(true);
                    } else if (step.equals(LrmfFit.LEARNING) && waited.get()) {
                        tooEarly.set(true);
                    }
                },
                () -> false);
        LrmfFit.fit(problem, SETTINGS, progress);
        assertThat(tooEarly).isFalse();
    }

    @Test
    void nobodyLearnsAnyMoreAfterAFitThatWasCancelled() {
        AtomicLong asked = new AtomicLong();
        AtomicBoolean cancelled = new AtomicBoolean();
        Progress progress = Progress.of((step, done, total) -> cancelled.set(true), () -> {
            asked.incrementAndGet();
            return cancelled.get();
        });
        assertThatThrownBy(() -> LrmfFit.fit(problem, SETTINGS, progress)).isInstanceOf(CancelledException.class);
        long then = asked.get();
        assertThat(ForkJoinPool.commonPool().awaitQuiescence(10, TimeUnit.SECONDS))
                .isTrue();
        assertThat(asked).hasValue(then);
    }
}
