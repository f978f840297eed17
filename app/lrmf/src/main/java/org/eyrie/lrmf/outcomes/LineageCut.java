package org.eyrie.lrmf.outcomes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.eyrie.lrmf.linalg.BlockPattern;
import org.eyrie.lrmf.linalg.Bound;
import org.eyrie.lrmf.linalg.SymbolicCholesky;
import org.eyrie.lrmf.math.Bisection;
import org.eyrie.lrmf.math.DisjointSets;

/**
 * Which entries of lineage terms are left out of the factorised system, so that it stays within a bound however lineage
 * is tangled: as few as that takes, those first that close a cycle, for a forest fills nothing in.
 *
 * @param entry whether an entry, by its place in the terms' {@code node}, is cut off from the others of its term
 * @param cuts how many are
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
record LineageCut(boolean[] entry, int cuts, SymbolicCholesky symbolic) {

    static LineageCut of(LineageTerms terms, Bound bound) {
        boolean[] none = new boolean[terms.node.length];
        return SymbolicCholesky.within(pattern(terms, none), terms.nodes, terms.nodes, bound)
                .map(symbolic -> new LineageCut(none, 0, symbolic))
                .orElseGet(() -> least(terms, bound));
    }

    private static LineageCut least(LineageTerms terms, Bound bound) {
        int[] entries = forestFirst(terms);
        return Bisection.most(entries.length, kept -> {
            boolean[] cut = new boolean[terms.node.length];
            Arrays.stream(entries, kept, entries.length).forEach(e -> cut[e] = true);
            Bound limit = kept == 0 ? Bound.NONE : bound; // then nothing is joined to anything
            return SymbolicCholesky.within(pattern(terms, cut), terms.nodes, terms.nodes, limit)
                    .map(symbolic -> new LineageCut(cut, entries.length - kept, symbolic));
        });
    }

    private static BlockPattern pattern(LineageTerms terms, boolean[] cut) {
        BlockPattern.Builder pattern = new BlockPattern.Builder(terms.nodes);
        for (int t = 0; t < terms.size(); t++) {
            for (int a = terms.start[t]; a < terms.start[t + 1]; a++) {
                for (int b = terms.start[t]; b < a && !cut[a]; b++) {
                    if (!cut[b]) {
                        pattern.join(terms.node[a], terms.node[b]);
                    }
                }
            }
        }
        return pattern.build();
    }

    /** All entries but each term's first, those that close no cycle before the others, and among these narrow terms. */
    private static int[] forestFirst(LineageTerms terms) {
        DisjointSets joined = new DisjointSets(terms.nodes);
        boolean[] closes = new boolean[terms.node.length];
        int[] width = new int[terms.node.length];
        boolean[] first = new boolean[terms.node.length];
        for (int t = 0; t < terms.size(); t++) {
            first[terms.start[t]] = true;
            for (int e = terms.start[t] + 1; e < terms.start[t + 1]; e++) {
                closes[e] = !joined.join(terms.node[terms.start[t]], terms.node[e]);
                width[e] = terms.start[t + 1] - terms.start[t];
            }
        }
        return IntStream.range(0, terms.node.length)
                .filter(e -> !first[e])
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(e -> closes[e])
                        .thenComparingInt(e -> width[e])
                        .thenComparingInt(e -> e))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
