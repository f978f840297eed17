package org.eyrie.lrmf.outcomes;

import org.eyrie.lrmf.field.PenaltyTerms;
import org.eyrie.lrmf.problem.LineageGraph;

/**
 * What lineage says about skills, as terms of a field: residuals, each a sum of skills with coefficients that is expected
 * to be near zero, in classes that share a strength. Class 0 holds founders, which are near zero themselves; class r + 1
 * holds relation r.
 */
final class LineageTerms {

    /** Where lineage is too tangled to be solved whole, parents are cut off before anything else; see {@link PenaltyTerms}. */
    private static final int LOOSE = 1;

    private LineageTerms() {}

    static PenaltyTerms of(LineageGraph lineage, boolean structural) {
        return structural ? structural(lineage) : pairwise(lineage);
    }

    /**
     * The published form: a child differs little from each of its parents, ‖m_c - m_p‖², and every model is near zero.
     */
    static PenaltyTerms pairwise(LineageGraph lineage) {
        PenaltyTerms.Builder terms = new PenaltyTerms.Builder(lineage.relations() + 1, 0);
        for (int u = 0; u < lineage.models(); u++) {
            terms.term(0, 1).add(u, 1);
        }
        for (int e = 0; e < lineage.edges(); e++) {
            terms.term(lineage.relation()[e] + 1, 1).add(lineage.child()[e], 1).add(lineage.parent()[e], -1, LOOSE);
        }
        return terms.build();
    }

    /**
     * A child differs little from the weighted mean of its parents, ‖m_c - Σ w_p m_p‖², and a founder is near zero.
     * Shares are {@link LineageGraph#shares}. A child's relation is that of its first edge.
     */
    static PenaltyTerms structural(LineageGraph lineage) {
        PenaltyTerms.Builder terms = new PenaltyTerms.Builder(lineage.relations() + 1, 0);
        int[][] edges = edgesByChild(lineage);
        double[] share = lineage.shares();
        for (int u = 0; u < lineage.models(); u++) {
            if (edges[u].length == 0) {
                terms.term(0, 1).add(u, 1);
                continue;
            }
            terms.term(lineage.relation()[edges[u][0]] + 1, 1).add(u, 1);
            for (int e : edges[u]) {
                terms.add(lineage.parent()[e], -share[e], LOOSE);
            }
        }
        return terms.build();
    }

    private static int[][] edgesByChild(LineageGraph lineage) {
        int[] count = new int[lineage.models()];
        for (int child : lineage.child()) {
            count[child]++;
        }
        int[][] edges = new int[lineage.models()][];
        for (int u = 0; u < edges.length; u++) {
            edges[u] = new int[count[u]];
        }
        for (int e = lineage.edges() - 1; e >= 0; e--) {
            edges[lineage.child()[e]][--count[lineage.child()[e]]] = e;
        }
        return edges;
    }
}
