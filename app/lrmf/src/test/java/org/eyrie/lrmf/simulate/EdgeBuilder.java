package org.eyrie.lrmf.simulate;

import java.util.Arrays;
import org.eyrie.lrmf.problem.LineageGraph;

/** Collects edges, those of one child after the other. */
final class EdgeBuilder {

    private final int models;
    private int[] child = new int[16];
    private int[] parent = new int[16];
    private int[] relation = new int[16];
    private int edges;
    private int firstOfLast;

    EdgeBuilder(int models) {
        this.models = models;
    }

    void add(int of, int from, int how) {
        if (edges == 0 || child[edges - 1] != of) {
            firstOfLast = edges;
        }
        if (edges == child.length) {
            child = Arrays.copyOf(child, 2 * edges);
            parent = Arrays.copyOf(parent, 2 * edges);
            relation = Arrays.copyOf(relation, 2 * edges);
        }
        child[edges] = of;
        parent[edges] = from;
        relation[edges++] = how;
    }

    void addUnlessKnown(int of, int from, int how) {
        for (int e = firstOfLast; e < edges; e++) {
            if (parent[e] == from) {
                return;
            }
        }
        add(of, from, how);
    }

    /** Number of parents of the child that was added last. */
    int parentsOfLast() {
        return edges - firstOfLast;
    }

    LineageGraph build() {
        return build(2);
    }

    LineageGraph build(int relations) {
        double[] unknown = new double[edges];
        Arrays.fill(unknown, Double.NaN);
        return new LineageGraph(
                models,
                relations,
                Arrays.copyOf(child, edges),
                Arrays.copyOf(parent, edges),
                Arrays.copyOf(relation, edges),
                unknown);
    }
}
