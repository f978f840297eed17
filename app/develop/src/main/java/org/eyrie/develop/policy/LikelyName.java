package org.eyrie.develop.policy;

import java.util.Comparator;
import java.util.List;

/** What somebody may have meant who wrote a name that nothing has. */
final class LikelyName {

    private LikelyName() {}

    /** A sentence with the likeliest name, or an empty text. */
    static String hint(String written, List<String> names) {
        return names.stream()
                .filter(name -> name.startsWith(written) || changes(written, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt(name -> changes(written, name)))
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
    }

    /** Letters to change, insert, or remove. */
    private static int changes(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
