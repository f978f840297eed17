package org.eyrie.server.developing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Adds up processor time of its thread, which other programs on the machine do not lengthen. */
final class Stopwatch {

    private static final double NANOS = 1e6;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long nanos;

    void time(Runnable work) {
        long start = threads.getCurrentThreadCpuTime();
        try {
            work.run();
        } finally {
            nanos += threads.getCurrentThreadCpuTime() - start;
        }
    }

    double milliseconds() {
        return nanos / NANOS;
    }
}
