package org.eyrie.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How long a start is waited for: up to a limit since its last sign of life. On a machine that is busy with other
 * things a start may take many times what it usually does, and breaking it off would help nobody.
 *
 * <p>Signs of life are what it logs and the processor time it takes. A process that hangs takes a little, too, for its
 * housekeeping, so only {@link #WORK} of it counts.
 */
final class Patience {

    private static final Duration WORK = Duration.ofSeconds(2);

    private final Duration limit;
    private final DataFolder folder;
    private final Child child;
    private long lastSign = System.nanoTime();
    private long logged = -1;
    private Duration worked = Duration.ZERO;

    Patience(Duration limit, DataFolder folder, Child child) {
        this.limit = limit;
        this.folder = folder;
        this.child = child;
    }

    /** Whether there was no sign of life for as long as the limit. */
    boolean isOver() {
        long now = System.nanoTime();
        if (showsSign()) {
            lastSign = now;
        }
        return now - lastSign > limit.toNanos();
    }

    private boolean showsSign() {
        long nowLogged = size(folder.console()) + size(folder.logs().resolve("debug.log"));
        Duration nowWorked = child.processorTime();
        if (nowLogged == logged && nowWorked.minus(worked).compareTo(WORK) < 0) {
            return false;
        }
        boolean first = logged < 0;
        logged = nowLogged;
        worked = nowWorked;
        return !first;
    }

    private static long size(Path file) {
        return Files.exists(file) ? file.toFile().length() : 0;
    }
}
