package org.eyrie.program.language;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant who wrote a name that nothing has. */
final class NearestName {

    private NearestName() {}

    /** A sentence with the nearest name, or an empty text. */
    static String hint(String written, List<String> names) {
        String small = written.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> distance(small, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.<String>comparingInt(name -> distance(small, name))
                        .thenComparingInt(name -> Math.abs(name.length() - small.length())))
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
    }

    /** Letters to change, insert, or remove, or neighbours to swap. */
    private static int distance(String a, String b) {
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                int changed = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                rows[i][j] = Math.min(changed, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[a.length()][b.length()];
    }
}
