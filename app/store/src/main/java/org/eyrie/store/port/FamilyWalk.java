package org.eyrie.store.port;

import java.util.Arrays;

/**
 * Walks down from each founder over plain numbers. Edges and scores are added first, in any order. A million models take some
 * 40 MB.
 *
 * <p>Not one statement: the database takes seven microseconds for each member of each family, this some hundredth of that.
 */
final class FamilyWalk {

    /** Hears of a family. */
    interface Listener {

        /** Called once for each, with what {@link org.eyrie.model.Family} has of it. */
        void family(long founder, int size, int depth, int evaluated, int evaluations);
    }

    private final DenseNodes numbers = new DenseNodes();
    private int[] children = new int[16];
    private int[] parents = new int[16];
    private int edges;
    private int[] scores = new int[16];

    void edge(long child, long parent) {
        if (edges == children.length) {
            children = Arrays.copyOf(children, 2 * edges);
            parents = Arrays.copyOf(parents, 2 * edges);
        }
        children[edges] = numbers.meet(child);
        parents[edges++] = numbers.meet(parent);
    }

    /** Says how many scores a model has; of those in no family nobody wants to know, so that edges come before. */
    void scores(long model, int count) {
        int number = numbers.find(model);
        if (number != DenseNodes.NONE) {
            if (number >= scores.length) {
                scores = Arrays.copyOf(scores, Math.max(numbers.size(), 2 * scores.length));
            }
            scores[number] = count;
        }
    }

    /** Tells of every family, in no order. */
    void walk(Listener listener) {
        int nodes = numbers.size();
        scores = Arrays.copyOf(scores, nodes);
        int[] begin = new int[nodes + 1];
        boolean[] isChild = new boolean[nodes];
        for (int edge = 0; edge < edges; edge++) {
            begin[parents[edge] + 1]++;
            isChild[children[edge]] = true;
        }
        for (int node = 0; node < nodes; node++) {
            begin[node + 1] += begin[node];
        }
        int[] next = Arrays.copyOf(begin, nodes);
        int[] childOf = new int[edges];
        for (int edge = 0; edge < edges; edge++) {
            childOf[next[parents[edge]]++] = children[edge];
        }
        int[] seenFrom = new int[nodes];
        int[] queue = new int[nodes];
        Arrays.fill(seenFrom, DenseNodes.NONE);
        for (int founder = 0; founder < nodes; founder++) {
            if (!isChild[founder]) {
                family(founder, begin, childOf, seenFrom, queue, listener);
            }
        }
    }

    private void family(int founder, int[] begin, int[] childOf, int[] seenFrom, int[] queue, Listener listener) {
        int size = 0;
        int depth = -1;
        int generationEnds = 0;
        int evaluated = 0;
        int evaluations = 0;
        int found = 0;
        queue[found++] = founder;
        seenFrom[founder] = founder;
        while (size < found) {
            if (size == generationEnds) {
                depth++;
                generationEnds = found;
            }
            int member = queue[size++];
            evaluated += scores[member] > 0 ? 1 : 0;
            evaluations += scores[member];
            for (int at = begin[member]; at < begin[member + 1]; at++) {
                int child = childOf[at];
                if (seenFrom[child] != founder) {
                    seenFrom[child] = founder;
                    queue[found++] = child;
                }
            }
        }
        listener.family(numbers.node(founder), size, depth, evaluated, evaluations);
    }
}
