package org.eyrie.engine.board;

import java.util.Arrays;
import java.util.Collection;

/** Which ranks the intervals of all leave each: whoever's interval lies above is better, whoever's lies below is worse. */
final class RankRange {

    private final double[] lowers;
    private final double[] uppers;

    RankRange(Collection<BoardCell> cells) {
        lowers = cells.stream().mapToDouble(BoardCell::lower).sorted().toArray();
        uppers = cells.stream().mapToDouble(BoardCell::upper).sorted().toArray();
    }

    /** From 1: one more than lie above for sure. */
    int best(BoardCell cell) {
        return 1 + lowers.length - firstAbove(lowers, cell.upper());
    }

    /** As many as do not lie below for sure. */
    int worst(BoardCell cell) {
        return uppers.length - firstAtLeast(uppers, cell.lower());
    }

    private static int firstAbove(double[] sorted, double value) {
        return firstAtLeast(sorted, Math.nextUp(value));
    }

    private static int firstAtLeast(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && sorted[at - 1] == value) {
            at--;
        }
        return at;
    }
}
