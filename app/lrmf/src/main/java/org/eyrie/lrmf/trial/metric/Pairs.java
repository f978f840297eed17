package org.eyrie.lrmf.trial.metric;

/** Guards of parallel arrays. */
final class Pairs {

    private Pairs() {}

    static void checkEqual(int length, int other) {
        if (length != other) {
            throw new IllegalArgumentException("Parallel arrays differ in length: " + length + " and " + other);
        }
    }

    /** For means, which nothing has. */
    static void checkSome(int length, int other) {
        checkEqual(length, other);
        if (length == 0) {
            throw new IllegalArgumentException("There is no error of no predictions");
        }
    }
}
