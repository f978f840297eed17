package org.eyrie.lrmf.crowd;

import java.util.Arrays;
import org.eyrie.lrmf.problem.LineageGraph;

/** Which founder a model descends from, where it has several by its first parents. */
final class Descent {

    private final int[] parent;

    Descent(LineageGraph lineage) {
        parent = new int[lineage.models()];
        Arrays.fill(parent, Integer.MAX_VALUE);
        for (int e = 0; e < lineage.edges(); e++) {
            int child = lineage.child()[e];
            parent[child] = Math.min(parent[child], lineage.parent()[e]);
        }
    }

    /** That of several parents which counts: the order of derivations must not matter. */
    static int first(int[] parents) {
        return Arrays.stream(parents).min().orElseThrow();
    }

    /** A founder; the model itself where it has no parents. */
    int root(int model) {
        int root = model;
        // as many steps as there are models would be a cycle, which a damaged file may have
        for (int steps = 0; parent[root] != Integer.MAX_VALUE && steps < parent.length; steps++) {
            root = parent[root];
        }
        return root;
    }
}
