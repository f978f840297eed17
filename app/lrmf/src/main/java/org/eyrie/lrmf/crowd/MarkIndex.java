package org.eyrie.lrmf.crowd;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Marks that models have, numbered through: words of the name and neighbouring ones together that more than one member has,
 * kinds, and parents. A {@link MarkRegression} has a number for each.
 */
final class MarkIndex {

    private final Map<String, Integer> word = new HashMap<>();
    private final int[] firstOfKind = new int[KindKeys.KINDS];
    private final int firstParent;
    private final int count;

    MarkIndex(List<String> names, KindKeys kinds) {
        Map<String, Integer> times = new HashMap<>();
        for (String name : names) {
            for (String each : NameWords.of(name)) {
                if (times.merge(each, 1, Integer::sum) == 2) {
                    word.put(each, word.size());
                }
            }
        }
        int next = word.size();
        for (int k = 0; k < firstOfKind.length; k++) {
            firstOfKind[k] = next;
            next += kinds.count(k);
        }
        firstParent = next;
        count = next + names.size();
    }

    /** How many marks there are. */
    int count() {
        return count;
    }

    /**
     * Those of a model, a member or not.
     *
     * @param kind as in {@link Tie}
     * @param parents that are members
     */
    int[] of(String name, int[] kind, int[] parents) {
        IntStream words = NameWords.of(name).stream()
                .map(word::get)
                .filter(number -> number != null)
                .mapToInt(Integer::intValue);
        IntStream kinds =
                IntStream.range(0, kind.length).filter(k -> kind[k] >= 0).map(k -> firstOfKind[k] + kind[k]);
        IntStream above = Arrays.stream(parents).map(parent -> firstParent + parent);
        return IntStream.concat(IntStream.concat(words, kinds), above).toArray();
    }
}
