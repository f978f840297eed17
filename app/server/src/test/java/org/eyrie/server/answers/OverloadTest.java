package org.eyrie.server.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eyrie.model.GraphState;
import org.eyrie.model.TooBusyException;
import org.eyrie.task.CancelledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many who ask at once share what they can, and wait for no more than a moment. */
class OverloadTest {

    private static final GraphState STATE = new GraphState(null, 1);

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final KeptAnswers kept = new KeptAnswers(() -> STATE);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void everybodyLeaves() {
        release.countDown();
        clients.shutdownNow();
    }

    private String slow() {
        try {
            release.await();
            return "answer";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<String> asked(Object question) {
        return CompletableFuture.supplyAsync(() -> kept.of(STATE, question, () -> true, this::slow), clients);
    }

    @Test
    void whoFindsNoPlaceHearsSoWithinASecondAndWhoHasOneIsAnswered() throws Exception {
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int client = 0; client < 256; client++) {
            all.add(asked(client));
        }
        int places = Math.max(2, Runtime.getRuntime().availableProcessors());
        long start = System.nanoTime();
        while (all.stream().filter(CompletableFuture::isDone).count() < 256 - places) {
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
            Thread.sleep(10);
        }
        release.countDown();
        int answered = 0;
        for (CompletableFuture<String> one : all) {
            answered += one.handle((answer, failure) -> failure == null ? 1 : 0).get();
        }
        assertThat(answered).isEqualTo(places);
        assertThat(kept.<String>of(STATE, 0, () -> true, () -> "now there is a place"))
                .isNotBlank();
    }

    @Test
    void aQuestionThatManyAskIsWorkedOutOnce() throws Exception {
        AtomicInteger worked = new AtomicInteger();
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int client = 0; client < 50; client++) {
            all.add(CompletableFuture.supplyAsync(
                    () -> kept.of(STATE, "same", () -> true, () -> {
                        worked.incrementAndGet();
                        return slow();
                    }),
                    clients));
        }
        release.countDown();
        for (CompletableFuture<String> one : all) {
            assertThat(one.get(20, TimeUnit.SECONDS)).isEqualTo("answer");
        }
        assertThat(worked).hasValue(1);
    }

    @Test
    void nothingIsWorkedOutForWhoLeftNorKeptOfWhatFailed() {
        assertThatThrownBy(() -> kept.of(STATE, "left", () -> false, () -> "never"))
                .isInstanceOf(CancelledException.class);
        assertThatThrownBy(() -> kept.of(STATE, "busy", () -> true, () -> {
                    throw new TooBusyException();
                }))
                .isInstanceOf(TooBusyException.class);
        assertThat(kept.<String>of(STATE, "left", () -> true, () -> "for the next"))
                .isEqualTo("for the next");
        assertThat(kept.<String>of(STATE, "busy", () -> true, () -> "again")).isEqualTo("again");
    }

    @Test
    void whatWasWorkedOutWhileTheStateChangedIsNotKept() {
        AtomicInteger version = new AtomicInteger(1);
        KeptAnswers changing = new KeptAnswers(() -> new GraphState(null, version.get()));
        GraphState before = changing.state();
        String first = changing.of(before, "q", () -> true, () -> "of version " + version.incrementAndGet());
        assertThat(first).isEqualTo("of version 2");
        assertThat(changing.<String>of(before, "q", () -> true, () -> "anew")).isEqualTo("anew");
    }
}
