package org.eyrie.lrmf.problem;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Derivations between models that are numbered from zero. The arrays are parallel, one entry per edge, and belong to
 * the graph once handed in: they are neither copied nor changed.
 *
 * @param models number of models n, those without edges included
 * @param relations number of relations; what each means is the caller's business
 * @param child index of the model that was made, 0 to n - 1
 * @param parent index of a model it was made from, 0 to n - 1, never the child itself
 * @param relation how, 0 to {@code relations} - 1
 * @param weight the parent's share, 0 to 1, or NaN where unknown
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays: graphs have millions of edges
public record LineageGraph(int models, int relations, int[] child, int[] parent, int[] relation, double[] weight) {

    public LineageGraph {
        if (models < 0 || relations < 1) {
            throw new IllegalArgumentException("Cannot have " + models + " models and " + relations + " relations");
        }
        if (parent.length != child.length || relation.length != child.length || weight.length != child.length) {
            throw new IllegalArgumentException("Edge arrays differ in length: " + child.length + ", " + parent.length
                    + ", " + relation.length + ", " + weight.length);
        }
        for (int e = 0; e < child.length; e++) {
            Indices.check("child", child[e], models);
            Indices.check("parent", parent[e], models);
            Indices.check("relation", relation[e], relations);
            if (child[e] == parent[e]) {
                throw new IllegalArgumentException("Model " + child[e] + " cannot be its own parent");
            }
            if (weight[e] < 0 || weight[e] > 1) {
                throw new IllegalArgumentException("A weight must be between 0 and 1: " + weight[e]);
            }
        }
    }

    /** Models that have nothing to do with each other. */
    public static LineageGraph strangers(int models, int relations) {
        return new LineageGraph(models, relations, new int[0], new int[0], new int[0], new double[0]);
    }

    /** Some of the derivations, by their index and in their order, between the same models. */
    public LineageGraph only(IntPredicate wanted) {
        int[] edge = IntStream.range(0, edges()).filter(wanted).toArray();
        return new LineageGraph(
                models,
                relations,
                Indices.pick(child, edge),
                Indices.pick(parent, edge),
                Indices.pick(relation, edge),
                Indices.pick(weight, edge));
    }

    /** Number of derivations. */
    public int edges() {
        return child.length;
    }

    /**
     * What every edge's parent has in its child, 0 to 1: the shares of a child's parents add up to one. They are the
     * edges' weights where every edge of a child has one and they do not all vanish, else all equal.
     */
    public double[] shares() {
        double[] sum = new double[models];
        int[] parents = new int[models];
        for (int e = 0; e < child.length; e++) {
            sum[child[e]] += weight[e];
            parents[child[e]]++;
        }
        double[] share = new double[child.length];
        for (int e = 0; e < child.length; e++) {
            boolean known = sum[child[e]] > 0; // false for NaN
            share[e] = known ? weight[e] / sum[child[e]] : 1.0 / parents[child[e]];
        }
        return share;
    }
}
