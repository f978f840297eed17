package org.eyrie.lrmf.linalg;

import java.util.Arrays;

/** Nodes by degree: insert, remove and take one of least degree in constant time. Last in, first out. */
final class DegreeLists {

    private final int[] head;
    private final int[] next;
    private final int[] previous;
    private final int[] degree;
    private int least;

    DegreeLists(int nodes) {
        head = new int[nodes + 1];
        next = new int[nodes];
        previous = new int[nodes];
        degree = new int[nodes];
        Arrays.fill(head, -1);
        Arrays.fill(degree, -1);
        least = head.length;
    }

    void put(int node, int newDegree) {
        remove(node);
        int bounded = Math.min(newDegree, head.length - 1);
        int first = head[bounded];
        next[node] = first;
        previous[node] = -1;
        if (first >= 0) {
            previous[first] = node;
        }
        head[bounded] = node;
        degree[node] = bounded;
        least = Math.min(least, bounded);
    }

    void remove(int node) {
        if (degree[node] < 0) {
            return;
        }
        if (previous[node] >= 0) {
            next[previous[node]] = next[node];
        } else {
            head[degree[node]] = next[node];
        }
        if (next[node] >= 0) {
            previous[next[node]] = previous[node];
        }
        degree[node] = -1;
    }

    /** Takes a node of least degree, or -1 where there is none. */
    int takeLeast() {
        while (least < head.length && head[least] < 0) {
            least++;
        }
        if (least == head.length) {
            return -1;
        }
        int node = head[least];
        remove(node);
        return node;
    }
}
