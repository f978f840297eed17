package org.eyrie.lrmf.math;

import java.util.Optional;
import java.util.function.IntFunction;

/** Finds how much of something can be kept within a bound, by halving. */
public final class Bisection {

    /** The number kept is found to one part in so many. */
    private static final int RESOLUTION = 64;

    private Bisection() {}

    /**
     * The most that can be kept of the first of some entries.
     *
     * @param entries how many there are; all of them are known to be too many
     * @param keeping what comes of keeping the first so many, empty where those are too many; never empty at 0
     */
    public static <T> T most(int entries, IntFunction<Optional<T>> keeping) {
        int kept = 0;
        int tooMany = entries;
        Optional<T> best = Optional.empty();
        while (best.isEmpty() || tooMany - kept > Math.max(1, entries / RESOLUTION)) {
            int tried = best.isEmpty() && tooMany <= 1 ? 0 : (kept + tooMany) / 2;
            Optional<T> found = keeping.apply(tried);
            if (found.isPresent()) {
                best = found;
                kept = tried;
            } else {
                tooMany = tried;
            }
        }
        return best.get();
    }
}
