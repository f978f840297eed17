package org.eyrie.lrmf.field;

import java.util.Arrays;
import java.util.Optional;
import org.eyrie.lrmf.linalg.Bound;
import org.eyrie.lrmf.linalg.CutOrder;
import org.eyrie.lrmf.linalg.LooseGroups;
import org.eyrie.lrmf.linalg.SymbolicCholesky;

/**
 * Cuts entries of terms where the factor would pass a bound: within one elimination, each where it would become too dear,
 * loose ones rather than tight ones and those that save most first ({@link CutOrder}).
 *
 * <p>Takes one analysis where the bound is not passed. Else one that ends as soon as it is, and one, seldom two, that
 * cut: what they cost is told beforehand, and if it comes to more after all the next has half of it.
 */
final class Cutting {

    /** How much of the bound a try may plan with. */
    private static final double[] SHARES = {0.9, 0.45};

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
        return new Cutting(terms, nodes, inner, boundary, bound).result();
    }

    private Result result() {
        return SymbolicCholesky.within(terms.joined(nodes).build(), inner, boundary ? inner : nodes, bound)
                .map(symbolic -> new Result(Cut.none(terms, inner), symbolic))
                .orElseGet(this::cut);
    }

    private Result cut() {
        LooseGroups groups = new LooseGroups(terms.start, terms.node, terms.looseness);
        for (double share : SHARES) {
            Bound less = new Bound((long) (share * bound.blocks()), (long) (share * bound.products()));
            Optional<Result> found = analyse(CutOrder.of(groups, nodes, inner, !boundary, less), bound);
            if (found.isPresent()) {
                return found.get();
            }
        }
        // Once nothing but single terms is left, there is nothing more to cut.
        return analyse(CutOrder.ofNothing(groups, nodes), Bound.NONE).orElseThrow();
    }

    private Optional<Result> analyse(CutOrder planned, Bound limit) {
        Cut cut = cut(planned.dropped(), planned.count());
        int copies = cut.copies();
        int all = nodes + copies;
        int[] order = new int[all];
        Arrays.setAll(order, p -> p < copies ? inner + p : shifted(planned.order()[p - copies], copies));
        return SymbolicCholesky.ordered(cut.terms().joined(all).build(), order, boundary ? inner + copies : all, limit)
                .map(symbolic -> new Result(cut, symbolic));
    }

    private int shifted(int node, int copies) {
        return node < inner ? node : node + copies;
    }

    private Cut cut(boolean[] dropped, int copies) {
        int[] whole = new int[terms.node.length];
        Arrays.setAll(whole, e -> shifted(terms.node[e], copies));
        int[] node = whole.clone();
        int[] original = new int[copies];
        int k = 0;
        for (int e = 0; e < node.length; e++) {
            if (dropped[e]) {
                original[k] = whole[e];
                node[e] = inner + k++;
            }
        }
        return new Cut(terms.about(whole), terms.about(node), inner, original);
    }
}
