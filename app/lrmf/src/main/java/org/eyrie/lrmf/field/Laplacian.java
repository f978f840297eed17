package org.eyrie.lrmf.field;

import java.util.Arrays;

/**
 * The Laplacian L = D − A of a weighted undirected graph. Its rows add up to zero and xᵀ L x = ½ Σ A_uv (x_u − x_v)² is
 * never negative.
 */
public final class Laplacian {

    private final double[] degree;
    private final int[] from;
    private final int[] to;
    private final double[] weight;

    private Laplacian(double[] degree, int[] from, int[] to, double[] weight) {
        this.degree = degree;
        this.from = from;
        this.to = to;
        this.weight = weight;
    }

    /**
     * Of parallel arrays of edges, each named once; edges named twice count with the sum of their weights.
     *
     * @param weight finite, not negative
     */
    public static Laplacian of(int nodes, int[] from, int[] to, double[] weight) {
        double[] degree = new double[nodes];
        for (int e = 0; e < from.length; e++) {
            if (from[e] == to[e]) {
                throw new IllegalArgumentException("Node " + from[e] + " cannot be joined to itself");
            }
            if (!(weight[e] >= 0 && weight[e] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A weight must be finite and not negative: " + weight[e]);
            }
            degree[from[e]] += weight[e];
            degree[to[e]] += weight[e];
        }
        return new Laplacian(degree, from.clone(), to.clone(), weight.clone());
    }

    /** Number of nodes. */
    public int nodes() {
        return degree.length;
    }

    /** Number of edges as handed in. */
    public int edges() {
        return from.length;
    }

    /** D's diagonal: the sum of the weights at each node. */
    public double[] degrees() {
        return degree.clone();
    }

    /** L x. */
    public double[] times(double[] x) {
        double[] y = new double[degree.length];
        Arrays.setAll(y, i -> degree[i] * x[i]);
        for (int e = 0; e < from.length; e++) {
            y[from[e]] -= weight[e] * x[to[e]];
            y[to[e]] -= weight[e] * x[from[e]];
        }
        return y;
    }

    /** tr(Mᵀ L M) of factors M, d numbers per node: the sum over edges of weight times squared distance. */
    public double energy(double[] factors, int d) {
        double sum = 0;
        for (int e = 0; e < from.length; e++) {
            double squared = 0;
            for (int i = 0; i < d; i++) {
                double difference = factors[from[e] * d + i] - factors[to[e] * d + i];
                squared += difference * difference;
            }
            sum += weight[e] * squared;
        }
        return sum;
    }

    /** The same as terms of a field: one per edge, all of class 0. */
    public PenaltyTerms terms() {
        PenaltyTerms.Builder terms = new PenaltyTerms.Builder(1, 0);
        for (int e = 0; e < from.length; e++) {
            if (weight[e] > 0) {
                terms.term(0, weight[e]).add(from[e], 1).add(to[e], -1);
            }
        }
        return terms.build();
    }
}
