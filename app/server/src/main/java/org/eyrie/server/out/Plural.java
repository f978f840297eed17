package org.eyrie.server.out;

/** Numbers of things in words. */
public final class Plural {

    private Plural() {}

    /** Such as {@code 1 benchmark} and {@code 2 benchmarks}. */
    public static String of(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
