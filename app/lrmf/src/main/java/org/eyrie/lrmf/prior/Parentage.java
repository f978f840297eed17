package org.eyrie.lrmf.prior;

import java.util.Arrays;
import org.eyrie.lrmf.math.Groups;
import org.eyrie.lrmf.problem.LineageGraph;

/**
 * Parents of every model, one after the other, with shares that add up to one.
 *
 * <p>Shares are {@link LineageGraph#shares}. A child whose edges differ in relation is of the relation that most of them
 * have, the lower number on a tie.
 */
final class Parentage {

    /** Merges of more parents count as merges of so many. */
    static final int MOST_PARENTS = 4;

    private final int[] start;
    private final int[] parent;
    private final double[] share;
    private final int[] relation;

    private Parentage(int[] start, int[] parent, double[] share, int[] relation) {
        this.start = start;
        this.parent = parent;
        this.share = share;
        this.relation = relation;
    }

    static Parentage of(LineageGraph lineage) {
        int n = lineage.models();
        Groups byChild = Groups.of(lineage.child(), n);
        int[] start = byChild.starts();
        int[] parent = new int[lineage.edges()];
        double[] share = new double[lineage.edges()];
        int[] edgeRelation = new int[lineage.edges()];
        double[] shares = lineage.shares();
        for (int at = 0; at < lineage.edges(); at++) {
            int e = byChild.item(at);
            parent[at] = lineage.parent()[e];
            share[at] = shares[e];
            edgeRelation[at] = lineage.relation()[e];
        }
        int[] relation = new int[n];
        int[] votes = new int[lineage.relations()];
        for (int u = 0; u < n; u++) {
            relation[u] = majority(edgeRelation, start[u], start[u + 1], votes);
        }
        return new Parentage(start, parent, share, relation);
    }

    private static int majority(int[] relation, int from, int to, int[] votes) {
        int best = -1;
        for (int e = from; e < to; e++) {
            votes[relation[e]]++;
        }
        for (int e = from; e < to; e++) {
            int r = relation[e];
            if (best < 0 || votes[r] > votes[best] || (votes[r] == votes[best] && r < best)) {
                best = r;
            }
        }
        for (int e = from; e < to; e++) {
            votes[relation[e]] = 0;
        }
        return best;
    }

    int models() {
        return relation.length;
    }

    /** Parents of every model. */
    int[][] lists() {
        int[][] lists = new int[models()][];
        for (int u = 0; u < lists.length; u++) {
            lists[u] = Arrays.copyOfRange(parent, start[u], start[u + 1]);
        }
        return lists;
    }

    /** How every model came from its parents, -1 for one that has none. */
    int[] relations() {
        return relation.clone();
    }

    /** Number of parents. */
    int count(int model) {
        return start[model + 1] - start[model];
    }

    int parent(int model, int k) {
        return parent[start[model] + k];
    }

    double share(int model, int k) {
        return share[start[model] + k];
    }

    /** How a model that has parents came from them. */
    int relation(int model) {
        return relation[model];
    }

    /** The class of a model that has parents. */
    TermClass derivation(int model) {
        return new TermClass(TermKind.DERIVED, relation[model], Math.min(count(model), MOST_PARENTS));
    }
}
