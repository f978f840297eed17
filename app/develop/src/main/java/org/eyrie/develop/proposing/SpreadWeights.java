package org.eyrie.develop.proposing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramOrigin;

/**
 * Weighted sums that are spread over all weights from 0 to 1, one for each parent in attention, in feed-forward and in all
 * other tensors: a Latin hypercube (McKay, Beckman and Conover 1979), so that of n sums each weight takes every n-th once.
 */
public final class SpreadWeights {

    private static final int KINDS = 3;

    private SpreadWeights() {}

    /** So many of them, in no order. */
    public static List<ProgramDraft> of(int parents, int count, Random random) {
        double[][] columns = new double[parents * KINDS][];
        for (int column = 0; column < columns.length; column++) {
            List<Integer> cells =
                    new ArrayList<>(IntStream.range(0, count).boxed().toList());
            Collections.shuffle(cells, random);
            columns[column] = cells.stream()
                    .mapToDouble(cell -> (cell + random.nextDouble()) / count)
                    .toArray();
        }
        List<ProgramDraft> drafts = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double[][] weights = new double[parents][WeightTable.SLOTS];
            for (int parent = 0; parent < parents; parent++) {
                Arrays.fill(weights[parent], columns[parent * KINDS][k]);
                for (int end = 0; end < 2; end++) {
                    weights[parent][WeightTable.ATTENTION + end] = columns[parent * KINDS + 1][k];
                    weights[parent][WeightTable.FEED_FORWARD + end] = columns[parent * KINDS + 2][k];
                }
            }
            drafts.add(new ProgramDraft(WeightTable.of(weights).text(), ProgramOrigin.GRAMMAR, List.of(), "spread"));
        }
        return drafts;
    }
}
