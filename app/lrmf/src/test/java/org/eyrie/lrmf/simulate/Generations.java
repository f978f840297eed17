package org.eyrie.lrmf.simulate;

import org.eyrie.lrmf.math.Groups;
import org.eyrie.lrmf.problem.LineageGraph;

/** An order of models in which parents come before their children, and each model's parents. */
final class Generations {

    private final int[] order;
    private final Groups byChild;
    private final int[] parent;

    /** @throws IllegalArgumentException if a model is its own ancestor */
    Generations(LineageGraph lineage) {
        byChild = Groups.of(lineage.child(), lineage.models());
        parent = lineage.parent();
        Groups byParent = Groups.of(lineage.parent(), lineage.models());
        order = new int[lineage.models()];
        int[] waitingFor = new int[lineage.models()];
        int found = 0;
        for (int model = 0; model < order.length; model++) {
            waitingFor[model] = byChild.size(model);
            if (waitingFor[model] == 0) {
                order[found++] = model;
            }
        }
        for (int k = 0; k < found; k++) {
            for (int e : byParent.of(order[k])) {
                int child = lineage.child()[e];
                if (--waitingFor[child] == 0) {
                    order[found++] = child;
                }
            }
        }
        if (found < order.length) {
            throw new IllegalArgumentException("The lineage has a cycle among " + (order.length - found) + " models");
        }
    }

    /** The k-th model, parents first. */
    int model(int k) {
        return order[k];
    }

    int firstParent(int model) {
        return byChild.first(model);
    }

    /** A parent by its place, from {@link #firstParent} of its child up to that of the next model. */
    int parent(int place) {
        return parent[byChild.item(place)];
    }
}
