package org.eyrie.sources.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.task.Progress;

/** Time that passes only while somebody waits, at once. */
public final class StoppedTime implements InstantSource, Pauses {

    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final List<Duration> waits = new ArrayList<>();

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void pause(Duration duration, Progress progress) {
        progress.check();
        waits.add(duration);
        now = now.plus(duration);
        progress.check();
    }

    public List<Duration> waits() {
        return waits;
    }
}
