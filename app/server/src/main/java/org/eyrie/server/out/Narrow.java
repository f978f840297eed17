package org.eyrie.server.out;

import java.util.ArrayList;
import java.util.List;

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
        List<Integer> shown = new ArrayList<>();
        for (int width : widths) {
            shown.add(width);
        }
        while (total(shown) > limit) {
            int widest = widest(shown, fixed);
            if (widest >= 0) {
                shown.set(widest, Math.max(LEAST, shown.get(widest) - (total(shown) - limit)));
            } else if (shown.size() > 1) {
                shown.remove(shown.size() - 1);
            } else {
                break;
            }
        }
        return shown.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int total(List<Integer> widths) {
        return widths.stream().mapToInt(Integer::intValue).sum() + GAP * (widths.size() - 1);
    }

    private static int widest(List<Integer> widths, boolean[] fixed) {
        int widest = -1;
        for (int column = 0; column < widths.size(); column++) {
            if (!fixed[column]
                    && widths.get(column) > LEAST
                    && (widest < 0 || widths.get(column) > widths.get(widest))) {
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
