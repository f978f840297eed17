package org.eyrie.lrmf.simulate;

import org.eyrie.lrmf.problem.LineageGraph;

/** An order of models in which parents come before their children, and each model's parents. */
final class Generations {

    private final int[] order;
    private final int[] first;
    private final int[] parent;

    /** @throws IllegalArgumentException if a model is its own ancestor */
    Generations(LineageGraph lineage) {
        first = starts(lineage.child(), lineage.models());
        parent = sorted(lineage.parent(), lineage.child(), first);
        int[] firstChild = starts(lineage.parent(), lineage.models());
        int[] child = sorted(lineage.child(), lineage.parent(), firstChild);
        order = new int[lineage.models()];
        int[] waitingFor = new int[lineage.models()];
        int found = 0;
        for (int model = 0; model < order.length; model++) {
            waitingFor[model] = first[model + 1] - first[model];
            if (waitingFor[model] == 0) {
                order[found++] = model;
            }
        }
        for (int k = 0; k < found; k++) {
            for (int e = firstChild[order[k]]; e < firstChild[order[k] + 1]; e++) {
                if (--waitingFor[child[e]] == 0) {
                    order[found++] = child[e];
                }
            }
        }
        if (found < order.length) {
            throw new IllegalArgumentException("The lineage has a cycle among " + (order.length - found) + " models");
        }
    }

    private static int[] starts(int[] end, int models) {
        int[] start = new int[models + 1];
        for (int model : end) {
            start[model + 1]++;
        }
        for (int model = 0; model < models; model++) {
            start[model + 1] += start[model];
        }
        return start;
    }

    private static int[] sorted(int[] values, int[] by, int[] start) {
        int[] next = start.clone();
        int[] sorted = new int[values.length];
        for (int e = 0; e < values.length; e++) {
            sorted[next[by[e]]++] = values[e];
        }
        return sorted;
    }

    /** The k-th model, parents first. */
    int model(int k) {
        return order[k];
    }

    int firstParent(int model) {
        return first[model];
    }

    /** A parent by its place, from {@link #firstParent} of its child up to that of the next model. */
    int parent(int place) {
        return parent[place];
    }
}
