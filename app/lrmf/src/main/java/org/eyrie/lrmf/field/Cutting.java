package org.eyrie.lrmf.field;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.eyrie.lrmf.linalg.BlockPattern;
import org.eyrie.lrmf.linalg.Bound;
import org.eyrie.lrmf.linalg.SymbolicCholesky;
import org.eyrie.lrmf.math.Bisection;
import org.eyrie.lrmf.math.DisjointSets;

/**
 * Cuts as few entries as a bound on the factor demands, the loosest first; among equals those that close a cycle, which
 * is what fills a factor in, then those of the widest terms. How many is found by halving; each try ends as soon as it
 * passes the bound, and with everything cut nothing is left to pass it with.
 *
 * <p>Takes O(e log e) time to order e entries, and O(log e) tries, each of them one symbolic analysis within the bound.
 */
final class Cutting {

    private final PenaltyTerms terms;
    private final int nodes;
    private final int inner;
    private final boolean boundary;
    private final Bound bound;

    private Cutting(PenaltyTerms terms, int nodes, int inner, boolean boundary, Bound bound) {
        this.terms = terms;
        this.nodes = nodes;
        this.inner = inner;
        this.boundary = boundary;
        this.bound = bound;
    }

    /** What was cut, and where the blocks of the factor are. */
    record Result(Cut cut, SymbolicCholesky symbolic) {}

    static Result of(PenaltyTerms terms, int nodes, int inner, boolean boundary, Bound bound) {
        Cutting cutting = new Cutting(terms, nodes, inner, boundary, bound);
        Cut none = Cut.none(terms, inner);
        return cutting.analyse(none, bound)
                .map(symbolic -> new Result(none, symbolic))
                .orElseGet(cutting::search);
    }

    private Result search() {
        int[] entries = byTightness();
        return Bisection.most(entries.length, tried -> {
            Cut cut = keeping(entries, tried);
            // Once nothing but single terms is left, there is nothing more to cut.
            return analyse(cut, tried == 0 ? Bound.NONE : bound).map(symbolic -> new Result(cut, symbolic));
        });
    }

    private Optional<SymbolicCholesky> analyse(Cut cut, Bound limit) {
        int all = nodes + cut.copies();
        BlockPattern.Builder pattern = new BlockPattern.Builder(all);
        join(cut.terms(), pattern);
        int free = inner + cut.copies();
        return SymbolicCholesky.within(pattern.build(), free, boundary ? free : all, limit);
    }

    /** Joins all nodes of every term with each other. */
    static void join(PenaltyTerms terms, BlockPattern.Builder pattern) {
        for (int f = 0; f < terms.count(); f++) {
            for (int a = terms.start[f]; a < terms.start[f + 1]; a++) {
                for (int b = terms.start[f]; b < a; b++) {
                    pattern.join(terms.node[a], terms.node[b]);
                }
            }
        }
    }

    /** All entries but each term's first, those to be kept first. */
    private int[] byTightness() {
        int[] termOf = new int[terms.node.length];
        for (int f = 0; f < terms.count(); f++) {
            Arrays.fill(termOf, terms.start[f], terms.start[f + 1], f);
        }
        Integer[] every = new Integer[terms.node.length];
        int size = 0;
        for (int e = 0; e < termOf.length; e++) {
            if (e != terms.start[termOf[e]]) {
                every[size++] = e;
            }
        }
        Integer[] order = Arrays.copyOf(every, size);
        Comparator<Integer> tightness = Comparator.<Integer>comparingInt(e -> terms.looseness[e])
                .thenComparing(e -> terms.node[terms.start[termOf[e]]] < inner)
                .thenComparingInt(e -> terms.start[termOf[e] + 1] - terms.start[termOf[e]])
                .thenComparingInt(e -> e);
        Arrays.sort(order, tightness);
        boolean[] closes = closingCycles(order, termOf);
        Arrays.sort(
                order,
                Comparator.<Integer>comparingInt(e -> terms.looseness[e])
                        .thenComparing(e -> closes[e])
                        .thenComparing(tightness));
        return Arrays.stream(order).mapToInt(e -> e).toArray();
    }

    /** Entries that may be cut before others and whose ends others before them have joined. */
    private boolean[] closingCycles(Integer[] order, int[] termOf) {
        DisjointSets joined = new DisjointSets(nodes);
        boolean[] closes = new boolean[termOf.length];
        for (int e : order) {
            if (terms.looseness[e] > 0) {
                closes[e] = !joined.join(terms.node[terms.start[termOf[e]]], terms.node[e]);
            }
        }
        return closes;
    }

    private Cut keeping(int[] entries, int kept) {
        int copies = entries.length - kept;
        int[] whole = new int[terms.node.length];
        for (int e = 0; e < whole.length; e++) {
            whole[e] = terms.node[e] < inner ? terms.node[e] : terms.node[e] + copies;
        }
        int[] node = whole.clone();
        int[] original = new int[copies];
        for (int k = 0; k < copies; k++) {
            int e = entries[kept + k];
            original[k] = whole[e];
            node[e] = inner + k;
        }
        return new Cut(terms.about(whole), terms.about(node), inner, original);
    }
}
