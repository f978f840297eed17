package org.eyrie.server.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** When a registry that is followed was last read whole. */
public final class FollowersLag {

    private final InstantSource clock;
    private final AtomicReference<@Nullable Instant> last = new AtomicReference<>();

    public FollowersLag(InstantSource clock) {
        this.clock = clock;
    }

    /** It was read, just now; or following begins. */
    public void read() {
        last.set(clock.instant());
    }

    /** Seconds since; not a number where none is followed. */
    public double seconds() {
        Instant then = last.get();
        return then == null
                ? Double.NaN
                : Duration.between(then, clock.instant()).toMillis() / 1000.0;
    }
}
