package org.eyrie.server.developing;

/** Adds up time. */
final class Stopwatch {

    private static final double NANOS = 1e6;

    private long nanos;

    void time(Runnable work) {
        long start = System.nanoTime();
        try {
            work.run();
        } finally {
            nanos += System.nanoTime() - start;
        }
    }

    double milliseconds() {
        return nanos / NANOS;
    }
}
