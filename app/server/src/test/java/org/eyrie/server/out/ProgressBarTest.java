package org.eyrie.server.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final StringWriter err = new StringWriter();
    private final AtomicLong seconds = new AtomicLong(1_000);

    @Test
    void drawsALineOverAndOverOnATerminalAndTakesItOff() {
        try (ProgressBar bar = bar(true)) {
            bar.at("learning", 1, 4);
            seconds.incrementAndGet();
            bar.at("learning", 2, 4);
        }
        assertThat(err.toString()).doesNotContain("\n");
        assertThat(err.toString())
                .contains("25 %  learning")
                .contains("50 %  learning")
                .endsWith(PlainWriter.REDRAW);
    }

    @Test
    void saysNothingInALogOfWhatIsSoonOver() {
        try (ProgressBar bar = bar(false)) {
            bar.at("learning", 1, 4);
            seconds.addAndGet(29);
            bar.at("learning", 4, 4);
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void addsALineToALogEveryHalfMinute() {
        try (ProgressBar bar = bar(false)) {
            for (int second = 1; second <= 100; second++) {
                seconds.incrementAndGet();
                bar.at(second < 45 ? "reading" : "learning", second < 45 ? 0 : second, second < 45 ? 0 : 200);
            }
        }
        assertThat(err.toString().lines())
                .containsExactly(
                        "After 0 min 30 s: reading",
                        "After 1 min 0 s: learning, 30 %",
                        "After 1 min 30 s: learning, 45 %");
    }

    private ProgressBar bar(boolean attended) {
        return new ProgressBar(
                new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), attended),
                () -> TimeUnit.SECONDS.toNanos(seconds.get()));
    }
}
