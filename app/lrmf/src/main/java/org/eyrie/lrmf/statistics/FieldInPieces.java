package org.eyrie.lrmf.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.lrmf.field.FieldStructure;
import org.eyrie.lrmf.field.PenaltyTerms;
import org.eyrie.lrmf.linalg.TreePieces;
import org.eyrie.lrmf.math.Groups;
import org.eyrie.lrmf.observation.ObservedCells;

/**
 * One field in pieces of its elimination tree, for {@link PartByPart}. Families are no good pieces: the largest is a
 * quarter of a hub, and what they share would have to come last, at four to ten times the products. A piece is what hangs below
 * some nodes of the tree; what all have in common is the top, some hundredth of the nodes.
 *
 * <p>A term is that of the piece of whichever of its nodes is eliminated first. Those of the border alone are a piece of
 * their own, the last, without a node.
 *
 * @param plans of the pieces
 * @param shared the border
 * @param nodes per piece the field's numbers of its own nodes, and at last those of the border
 * @param borderShare share of the block products and blocks that is in the border, 0 to 1
 */
public record FieldInPieces(List<PartPlan> plans, SharedField shared, List<int[]> nodes, double borderShare) {

    /**
     * Cuts.
     *
     * @param whole a field without boundary
     * @param cells measured cells, rows being the first nodes
     * @param pieces how many pieces there should be; may be fewer
     * @throws IllegalArgumentException if links of the field had to be cut: that needs the field in one place
     */
    public static FieldInPieces of(FieldStructure whole, ObservedCells cells, int pieces) {
        if (whole.cuts() > 0) {
            throw new IllegalArgumentException("A field of " + whole.nodes() + " nodes in which " + whole.cuts()
                    + " links had to be cut cannot be fitted in pieces; it is fitted where its lineage was read");
        }
        TreePieces tree = TreePieces.of(whole.symbolic(), pieces);
        return new Making(whole, cells, tree).pieces();
    }

    /** Of means per piece and at last of the border, d numbers a node, those of all nodes in the field's order. */
    public double[] inOrder(List<double[]> means, int d) {
        double[] all = new double[nodes.stream().mapToInt(own -> own.length).sum() * d];
        for (int k = 0; k < nodes.size(); k++) {
            for (int v = 0; v < nodes.get(k).length; v++) {
                System.arraycopy(means.get(k), v * d, all, nodes.get(k)[v] * d, d);
            }
        }
        return all;
    }

    /** Pieces in the making. */
    private static final class Making {

        private final FieldStructure whole;
        private final PenaltyTerms terms;
        private final ObservedCells cells;
        private final TreePieces tree;
        /** The border counts as the last piece here. */
        private final int border;

        private final Groups nodes;
        private final Groups termsOf;
        /** Of a node, its number in its piece, or in the border. */
        private final int[] number;

        Making(FieldStructure whole, ObservedCells cells, TreePieces tree) {
            this.whole = whole;
            this.terms = whole.terms();
            this.cells = cells;
            this.tree = tree;
            border = tree.count();
            nodes = Groups.of(IntStream.range(0, whole.nodes()).map(this::place).toArray(), border + 1);
            number = new int[whole.nodes()];
            for (int k = 0; k <= border; k++) {
                for (int at = nodes.first(k); at < nodes.end(k); at++) {
                    number[nodes.item(at)] = at - nodes.first(k);
                }
            }
            termsOf = Groups.of(
                    IntStream.range(0, terms.count()).map(this::placeOfTerm).toArray(), border + 1);
        }

        private int place(int node) {
            return tree.pieceOf(node) == TreePieces.BORDER ? border : tree.pieceOf(node);
        }

        /** Nodes of a term are above each other, so that there is one piece at most. */
        private int placeOfTerm(int f) {
            int place = border;
            for (int e = terms.start(f); e < terms.start(f + 1); e++) {
                place = Math.min(place, place(terms.node(e)));
            }
            return place;
        }

        FieldInPieces pieces() {
            List<PartPlan> plans = new ArrayList<>();
            List<int[]> own = new ArrayList<>();
            for (int k = 0; k <= border; k++) {
                plans.add(plan(k));
                own.add(k == border ? new int[0] : nodes.of(k));
            }
            own.add(nodes.of(border));
            SharedField shared =
                    new SharedField(terms.only(new int[0], v -> v), nodes.size(border), cellsOf(nodes.of(border)));
            return new FieldInPieces(List.copyOf(plans), shared, List.copyOf(own), tree.borderShare());
        }

        private PartPlan plan(int k) {
            int[] chosen = termsOf.of(k);
            int[] own = k == border ? new int[0] : nodes.of(k);
            int[] touched = Arrays.stream(chosen)
                    .flatMap(f -> IntStream.range(terms.start(f), terms.start(f + 1)))
                    .map(terms::node)
                    .filter(v -> place(v) == border)
                    .map(v -> number[v])
                    .sorted()
                    .distinct()
                    .toArray();
            PenaltyTerms ours = terms.only(
                    chosen, v -> place(v) == border ? own.length + Arrays.binarySearch(touched, number[v]) : number[v]);
            return new PartPlan(
                    ours, own.length + touched.length, own.length, whole.blockSize(), touched, cellsOf(own));
        }

        /** Models are the first nodes of a field, and so of a piece. */
        private ObservedCells cellsOf(int[] own) {
            return cells.ofModels(
                    Arrays.stream(own).filter(v -> v < cells.models()).toArray());
        }
    }
}
