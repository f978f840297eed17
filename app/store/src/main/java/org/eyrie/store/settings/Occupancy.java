package org.eyrie.store.settings;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Who else works on a database, and whether it runs at all.
 *
 * @param alone whether nobody else does, so that a lock that is found was left by a program that was killed
 * @param running whether it runs, as far as anybody can tell without asking it; asked before every transaction, so it
 *     answers at once
 * @param outage how long a connection that fails is tried again, zero for leaving that to the driver
 * @param progress gets a line for people where something is waited for
 */
public record Occupancy(boolean alone, BooleanSupplier running, Duration outage, Consumer<String> progress) {

    /** A command is rather late than in vain. */
    private static final Duration OF_COMMANDS = Duration.ofSeconds(10);

    /** Whoever asks a service is told soon, and can ask again. */
    private static final Duration OF_SERVICES = Duration.ofMillis(500);

    public Occupancy {
        if (outage.isNegative()) {
            throw new IllegalArgumentException("A time limit must not be negative: " + outage);
        }
    }

    /** Anybody may work on it, and what is tried again is the driver's business. */
    public static Occupancy unknown() {
        return new Occupancy(false, () -> true, Duration.ZERO, line -> {});
    }

    /**
     * Started by this program, which has it to itself.
     *
     * @param service whether requests wait for answers
     */
    public static Occupancy ours(BooleanSupplier running, boolean service) {
        return new Occupancy(true, running, service ? OF_SERVICES : OF_COMMANDS, line -> {});
    }

    /** Run by others. */
    public static Occupancy others(boolean service, Consumer<String> progress) {
        return new Occupancy(false, () -> true, service ? OF_SERVICES : OF_COMMANDS, progress);
    }
}
