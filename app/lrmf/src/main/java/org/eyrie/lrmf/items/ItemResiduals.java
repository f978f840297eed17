package org.eyrie.lrmf.items;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What all models that a fit saw outcomes of showed beyond what was expected, by their rows of the field, ascending. Of all of
 * them the skills are at hand; single items are read of those that are asked for, since they may lie elsewhere.
 */
final class ItemResiduals {

    private final ItemEngine.Learned learned;
    private final int[] row;
    private final int[] model;
    private final Map<Integer, Integer> place = new HashMap<>();
    private final double[] skills;
    private final int d;

    /**
     * @param seen models whose outcomes the fit saw
     * @param fieldRow of every model
     */
    ItemResiduals(ItemEngine.Learned learned, int[] seen, int[] fieldRow) {
        this.learned = learned;
        this.model = IntStream.of(seen)
                .boxed()
                .sorted(Comparator.comparingInt(u -> fieldRow[u]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.row = IntStream.of(model).map(u -> fieldRow[u]).toArray();
        this.skills = learned.surprisingSkills();
        this.d = learned.shared().settings().rank();
        for (int k = 0; k < row.length; k++) {
            place.put(row[k], k);
        }
    }

    /** Number of models. */
    int count() {
        return row.length;
    }

    /** Their rows of the field. */
    List<Integer> rows() {
        return Arrays.stream(row).boxed().toList();
    }

    /** The row of the k-th of them. */
    int row(int k) {
        return row[k];
    }

    /** Which of them a row of the field is; -1 where none. */
    int place(int fieldRow) {
        return place.getOrDefault(fieldRow, -1);
    }

    /** Skills of the k-th less those expected, d numbers, a copy. */
    double[] skills(int k) {
        return Arrays.copyOfRange(skills, model[k] * d, (model[k] + 1) * d);
    }

    /** The remainders of some of them, by their rows of the field. */
    Map<Integer, ItemResidual> of(Collection<Integer> rows) {
        int[] wanted =
                rows.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
        List<ItemResidual> found = learned.residuals(
                IntStream.of(wanted).map(each -> model[place(each)]).toArray());
        Map<Integer, ItemResidual> byRow = new HashMap<>();
        for (int k = 0; k < wanted.length; k++) {
            byRow.put(wanted[k], found.get(k));
        }
        return byRow;
    }
}
