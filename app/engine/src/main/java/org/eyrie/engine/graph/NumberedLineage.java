package org.eyrie.engine.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import org.eyrie.model.Derivation;
import org.eyrie.model.LineageStore;
import org.eyrie.model.ModelId;

/** Who was made from whom, models numbered by id. */
final class NumberedLineage {

    private final ByNumber<Edge> parents;
    private final ByNumber<Edge> children;

    /** @param number of a model, from 0 to less than {@code models} */
    NumberedLineage(int models, List<Derivation> derivations, ToIntFunction<ModelId> number) {
        List<Edge> edges = derivations.stream()
                .map(each -> new Edge(number.applyAsInt(each.child()), number.applyAsInt(each.parent()), each))
                .toList();
        parents = ByNumber.of(edges, Edge::child, models);
        children = ByNumber.of(edges, Edge::parent, models);
    }

    /** A model and the nearest of its relatives, one generation up or down after the other, those of one distance by number. */
    Relatives around(int model, int maxModels) {
        LineageStore.checkMaxModels(maxModels);
        BitSet seen = new BitSet();
        seen.set(model);
        int[] found = {model};
        int[] frontier = found;
        for (int hop = 0; ; hop++) {
            int[] next = next(frontier, seen);
            if (next.length == 0 || hop == LineageStore.MAX_HOPS) {
                return new Relatives(found, next.length > 0);
            }
            int room = maxModels - found.length;
            int[] taken = next.length > room ? Arrays.copyOf(next, room) : next;
            int before = found.length;
            found = Arrays.copyOf(found, before + taken.length);
            System.arraycopy(taken, 0, found, before, taken.length);
            if (next.length > room) {
                return new Relatives(found, true);
            }
            frontier = next;
        }
    }

    /** Ascending; they are among the {@code seen} from then on. */
    private int[] next(int[] frontier, BitSet seen) {
        int[] next = new int[16];
        int count = 0;
        for (int model : frontier) {
            for (int side = 0; side < 2; side++) {
                for (Edge edge : side == 0 ? parents.of(model) : children.of(model)) {
                    int other = side == 0 ? edge.parent() : edge.child();
                    if (!seen.get(other)) {
                        seen.set(other);
                        if (count == next.length) {
                            next = Arrays.copyOf(next, 2 * count);
                        }
                        next[count++] = other;
                    }
                }
            }
        }
        int[] sorted = Arrays.copyOf(next, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Every derivation between two of some models, by child, then parent. */
    List<Derivation> among(int[] models) {
        BitSet within = new BitSet();
        for (int model : models) {
            within.set(model);
        }
        List<Derivation> derivations = new ArrayList<>();
        for (int child = within.nextSetBit(0); child >= 0; child = within.nextSetBit(child + 1)) {
            for (Edge edge : parents.of(child)) {
                if (within.get(edge.parent())) {
                    derivations.add(edge.derivation());
                }
            }
        }
        return derivations;
    }

    private record Edge(int child, int parent, Derivation derivation) {}

    static final class Relatives {

        /** Nearest first. */
        final int[] numbers;

        /** Whether a model next to one of them was left out. */
        final boolean truncated;

        private Relatives(int[] numbers, boolean truncated) {
            this.numbers = numbers;
            this.truncated = truncated;
        }
    }
}
