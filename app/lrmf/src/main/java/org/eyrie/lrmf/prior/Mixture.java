package org.eyrie.lrmf.prior;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A part of very many parents, averaged: a node for the models' average, one for their clades', and the share of both.
 */
record Mixture(int model, int clade, double share) {

    /** Makes the node of a weighted average. */
    @FunctionalInterface
    interface Averaging {
        int node(int[] nodes, double[] shares);
    }

    /** The parents of a model in at most {@link FieldAssembly#MOST_JOINED} parts, averages of averages if need be. */
    static List<Mixture> ofParents(int u, Parentage parentage, IntUnaryOperator cladeOf, Averaging averaging) {
        List<Mixture> parts = new ArrayList<>();
        for (int k = 0; k < parentage.count(u); k++) {
            int parent = parentage.parent(u, k);
            if (parentage.share(u, k) > 0) {
                parts.add(new Mixture(parent, cladeOf.applyAsInt(parent), parentage.share(u, k)));
            }
        }
        while (parts.size() > FieldAssembly.MOST_JOINED) {
            List<Mixture> next = new ArrayList<>();
            for (int from = 0; from < parts.size(); from += FieldAssembly.MOST_JOINED) {
                List<Mixture> group = parts.subList(from, Math.min(parts.size(), from + FieldAssembly.MOST_JOINED));
                next.add(group.size() == 1 ? group.get(0) : merged(group, averaging));
            }
            parts = next;
        }
        return parts;
    }

    private static Mixture merged(List<Mixture> group, Averaging averaging) {
        double share = group.stream().mapToDouble(Mixture::share).sum();
        double[] shares = group.stream().mapToDouble(part -> part.share / share).toArray();
        int model = averaging.node(group.stream().mapToInt(Mixture::model).toArray(), shares);
        int clade = averaging.node(group.stream().mapToInt(Mixture::clade).toArray(), shares);
        return new Mixture(model, clade, share);
    }
}
