package org.eyrie.lrmf.items;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.eyrie.lrmf.LineageGraph;
import org.eyrie.lrmf.binomial.OutcomeTable;

/**
 * The part of a lineage that outcomes can say something about: models with outcomes and all their ancestors, through whom
 * siblings hang together. Others would only slow the learning of strengths down, since nothing is known of their items.
 */
final class Kindred {

    private Kindred() {}

    /**
     * Rows of those models, ascending.
     *
     * @param besides models that count as if they had outcomes
     */
    static int[] rows(LineageGraph lineage, OutcomeTable outcomes, boolean[] besides) {
        BitSet kept = new BitSet(lineage.models());
        for (int u = 0; u < lineage.models(); u++) {
            if (outcomes.cells(u) > 0 || besides[u]) {
                kept.set(u);
            }
        }
        int before;
        do {
            before = kept.cardinality();
            for (int e = 0; e < lineage.edges(); e++) {
                if (kept.get(lineage.child()[e])) {
                    kept.set(lineage.parent()[e]);
                }
            }
        } while (kept.cardinality() > before);
        return kept.stream().toArray();
    }

    /** The lineage of some rows alone, renumbered in their order. */
    static LineageGraph of(LineageGraph lineage, int[] rows) {
        int[] number = new int[lineage.models()];
        Arrays.fill(number, -1);
        for (int k = 0; k < rows.length; k++) {
            number[rows[k]] = k;
        }
        int[] edges = IntStream.range(0, lineage.edges())
                .filter(e -> number[lineage.child()[e]] >= 0 && number[lineage.parent()[e]] >= 0)
                .toArray();
        return new LineageGraph(
                rows.length,
                lineage.relations(),
                Arrays.stream(edges).map(e -> number[lineage.child()[e]]).toArray(),
                Arrays.stream(edges).map(e -> number[lineage.parent()[e]]).toArray(),
                Arrays.stream(edges).map(e -> lineage.relation()[e]).toArray(),
                Arrays.stream(edges).mapToDouble(e -> lineage.weight()[e]).toArray());
    }
}
