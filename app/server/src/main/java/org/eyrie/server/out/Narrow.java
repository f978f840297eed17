package org.eyrie.server.out;

import java.util.Arrays;

/** Makes a table of text fit a width: long cells lose their middle, and what still does not fit its last columns. */
final class Narrow {

    /** A cell of fewer characters says nothing any more. */
    private static final int LEAST = 18;

    private static final int GAP = 2;

    private Narrow() {}

    /**
     * Widths that fit.
     *
     * @param widths what the columns would like
     * @param fixed columns that may not be shortened, such as numbers
     * @param limit of all columns with the gaps between them
     * @return a width for each column that is shown, the first ones
     */
    static int[] fit(int[] widths, boolean[] fixed, int limit) {
        for (int shown = widths.length; shown > 1; shown--) {
            int[] fitted = Arrays.copyOf(widths, shown);
            while (total(fitted) > limit && widest(fitted, fixed) >= 0) {
                fitted[widest(fitted, fixed)]--;
            }
            if (total(fitted) <= limit) {
                return fitted;
            }
        }
        return Arrays.copyOf(widths, Math.min(1, widths.length));
    }

    private static int total(int[] widths) {
        return Arrays.stream(widths).sum() + GAP * (widths.length - 1);
    }

    private static int widest(int[] widths, boolean[] fixed) {
        int widest = -1;
        for (int column = 0; column < widths.length; column++) {
            if (!fixed[column] && widths[column] > LEAST && (widest < 0 || widths[column] > widths[widest])) {
                widest = column;
            }
        }
        return widest;
    }

    /** A text of at most so many characters, with its beginning and its end: names differ there. */
    static String cut(String text, int width) {
        if (text.length() <= width) {
            return text;
        }
        int end = (width - 1) / 2;
        return text.substring(0, width - 1 - end) + "…" + text.substring(text.length() - end);
    }
}
