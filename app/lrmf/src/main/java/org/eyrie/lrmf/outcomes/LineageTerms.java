package org.eyrie.lrmf.outcomes;

import java.util.Arrays;
import org.eyrie.lrmf.problem.LineageGraph;

/**
 * What lineage says about factors: residuals, each a sum of factors with coefficients that is expected to be near
 * zero, in groups that share a strength. Group 0 holds founders, which are near zero themselves; group r + 1 holds
 * relation r. Residual t has nodes {@code node[start[t]]} to {@code node[start[t + 1] - 1]}.
 */
final class LineageTerms {

    final int nodes;
    final int groups;
    final int[] start;
    final int[] node;
    final double[] coefficient;
    final int[] group;

    private LineageTerms(int nodes, int groups, int[] start, int[] node, double[] coefficient, int[] group) {
        this.nodes = nodes;
        this.groups = groups;
        this.start = start;
        this.node = node;
        this.coefficient = coefficient;
        this.group = group;
    }

    static LineageTerms of(LineageGraph lineage, boolean structural) {
        return structural ? structural(lineage) : pairwise(lineage);
    }

    /**
     * The published form: a child differs little from each of its parents, ‖m_c - m_p‖², and every model is near zero.
     */
    static LineageTerms pairwise(LineageGraph lineage) {
        Builder builder = new Builder(lineage);
        for (int u = 0; u < lineage.models(); u++) {
            builder.add(u, 1).end(0);
        }
        for (int e = 0; e < lineage.edges(); e++) {
            builder.add(lineage.child()[e], 1).add(lineage.parent()[e], -1).end(lineage.relation()[e] + 1);
        }
        return builder.build();
    }

    /**
     * A child differs little from the weighted mean of its parents, ‖m_c - Σ w_p m_p‖², and a founder is near zero.
     * Shares are {@link LineageGraph#shares}. A child's relation is that of its first edge.
     */
    static LineageTerms structural(LineageGraph lineage) {
        Builder builder = new Builder(lineage);
        int[][] edges = edgesByChild(lineage);
        double[] share = lineage.shares();
        for (int u = 0; u < lineage.models(); u++) {
            builder.add(u, 1);
            if (edges[u].length == 0) {
                builder.end(0);
                continue;
            }
            for (int e : edges[u]) {
                builder.add(lineage.parent()[e], -share[e]);
            }
            builder.end(lineage.relation()[edges[u][0]] + 1);
        }
        return builder.build();
    }

    /** Number of residuals. */
    int size() {
        return group.length;
    }

    /** Residual t of some numbers, {@code width} per node. */
    void residual(int t, double[] value, int width, double[] into) {
        Arrays.fill(into, 0);
        for (int a = start[t]; a < start[t + 1]; a++) {
            for (int j = 0; j < width; j++) {
                into[j] += coefficient[a] * value[node[a] * width + j];
            }
        }
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

    private static final class Builder {

        private final LineageGraph lineage;
        private int[] start;
        private final int[] node;
        private final double[] coefficient;
        private final int[] place;
        private int[] group;
        private int filled;
        private int residuals;

        Builder(LineageGraph lineage) {
            this.lineage = lineage;
            int most = lineage.models() + 2 * lineage.edges();
            start = new int[most + 1];
            group = new int[most];
            node = new int[most];
            coefficient = new double[most];
            place = new int[lineage.models()];
            Arrays.fill(place, -1);
        }

        /** A node named twice within a residual counts with the sum of its coefficients. */
        Builder add(int u, double scale) {
            if (place[u] >= start[residuals]) {
                coefficient[place[u]] += scale;
                return this;
            }
            place[u] = filled;
            node[filled] = u;
            coefficient[filled++] = scale;
            return this;
        }

        void end(int its) {
            group[residuals++] = its;
            start[residuals] = filled;
        }

        LineageTerms build() {
            start = Arrays.copyOf(start, residuals + 1);
            group = Arrays.copyOf(group, residuals);
            return new LineageTerms(
                    lineage.models(),
                    lineage.relations() + 1,
                    start,
                    Arrays.copyOf(node, filled),
                    Arrays.copyOf(coefficient, filled),
                    group);
        }
    }
}
