package org.eyrie.lrmf.problem;

/** Bounds of indices that come from outside. */
final class Indices {

    private Indices() {}

    static void check(String what, int index, int bound) {
        if (index < 0 || index >= bound) {
            throw new IllegalArgumentException("No such " + what + ": " + index + " of " + bound);
        }
    }
}
