package org.eyrie.lrmf.trial.protocol;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.lrmf.math.Shuffle;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;

/**
 * Hides a random share of the cells: the table has holes, as tables have. A cell that was measured twice is hidden
 * with all its measurements.
 *
 * @param share how large a share, between 0 and 1
 */
public record CellsProtocol(double share) implements Protocol {

    public CellsProtocol {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("A share of cells must be between 0 and 1: " + share);
        }
    }

    @Override
    public String name() {
        return "cells " + Math.round(share * 100) + "%";
    }

    @Override
    public List<Split> splits(Problem problem, long seed) {
        Requirement requirement = new Requirement(this);
        requirement.enough("models with scores", Pool.scored(problem).cardinality());
        Observations all = problem.observations();
        long[] keys = IntStream.range(0, all.cells())
                .mapToLong(c -> key(all, c))
                .sorted()
                .distinct()
                .toArray();
        int[] places = Shuffle.of(IntStream.range(0, keys.length).toArray(), seed);
        BitSet hidden = Pool.of(Arrays.copyOf(places, (int) Math.round(share * keys.length)));
        BitSet heldOut = new BitSet(all.cells());
        for (int c = 0; c < all.cells(); c++) {
            heldOut.set(c, hidden.get(Arrays.binarySearch(keys, key(all, c))));
        }
        return requirement.checked(List.of(Split.hiding(problem, heldOut)));
    }

    private static long key(Observations all, int cell) {
        return (long) all.model()[cell] * all.columns() + all.column()[cell];
    }
}
