package org.eyrie.sources.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eyrie.model.CycleSearch;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;

/**
 * The edges of an import, and those it meets in the store, as pairs of numbers.
 *
 * <p>Before anything is searched, models without parents are taken away again and again: what is left are cycles
 * and what descends from them, so that an import without a cycle costs a few arrays.
 */
final class EdgeList {

    private final Names<ModelId> names;
    private final long[] imported;
    private final List<Long> stored = new ArrayList<>();

    /** @param imported child in the upper half, parent in the lower */
    EdgeList(Names<ModelId> names, long[] imported) {
        this.names = names;
        this.imported = imported;
    }

    void addStored(List<Derivation> derivations) {
        for (Derivation edge : derivations) {
            stored.add(((long) names.number(edge.child()) << 32) | names.number(edge.parent()));
        }
    }

    /** A cycle, the first model again at the end; empty where there is none. */
    Optional<List<ModelId>> findCycle() {
        long[] edges = Arrays.copyOf(imported, imported.length + stored.size());
        for (int edge = 0; edge < stored.size(); edge++) {
            edges[imported.length + edge] = stored.get(edge);
        }
        int[] parentsLeft = new int[names.size()];
        int[] childrenStart = new int[names.size() + 1];
        for (long edge : edges) {
            parentsLeft[child(edge)]++;
            childrenStart[parent(edge) + 1]++;
        }
        Arrays.parallelPrefix(childrenStart, Integer::sum);
        int[] children = new int[edges.length];
        int[] next = childrenStart.clone();
        for (long edge : edges) {
            children[next[parent(edge)]++] = child(edge);
        }
        takeFoundersAway(parentsLeft, childrenStart, children);
        List<Derivation> left = new ArrayList<>();
        for (long edge : edges) {
            if (parentsLeft[child(edge)] > 0 && parentsLeft[parent(edge)] > 0) {
                left.add(derivation(edge));
            }
        }
        return new CycleSearch().add(left).find();
    }

    private static void takeFoundersAway(int[] parentsLeft, int[] childrenStart, int[] children) {
        int[] founders = new int[parentsLeft.length];
        int found = 0;
        for (int model = 0; model < parentsLeft.length; model++) {
            if (parentsLeft[model] == 0) {
                founders[found++] = model;
            }
        }
        for (int at = 0; at < found; at++) {
            for (int edge = childrenStart[founders[at]]; edge < childrenStart[founders[at] + 1]; edge++) {
                if (--parentsLeft[children[edge]] == 0) {
                    founders[found++] = children[edge];
                }
            }
        }
    }

    private Derivation derivation(long edge) {
        return new Derivation(names.name(child(edge)), names.name(parent(edge)), Relation.UNKNOWN, null, null);
    }

    private static int child(long edge) {
        return (int) (edge >>> 32);
    }

    private static int parent(long edge) {
        return (int) edge;
    }
}
