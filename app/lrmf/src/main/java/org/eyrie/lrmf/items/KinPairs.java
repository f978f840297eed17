package org.eyrie.lrmf.items;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eyrie.lrmf.math.RandomStreams;

/**
 * Pairs of models by their kinship. Of millions of a kind some tens of thousands say all there is to say: those that a
 * scramble of their numbers puts first, whatever order they were met in.
 */
final class KinPairs {

    /** Pairs of a kinship that are kept at most; a correlation of zero counts as twenty. */
    static final int MOST = 50_000;

    private final List<List<Pair>> byKinship = new ArrayList<>();
    private final int most;
    private int met;

    /** Two models, by their places among all, and when they were met. */
    record Pair(int one, int other, int met) {

        long scrambled() {
            return RandomStreams.mixed((long) one << 32 | other);
        }
    }

    /** @param most pairs that are kept of a kinship */
    KinPairs(int kinships, int most) {
        this.most = most;
        for (int k = 0; k < kinships; k++) {
            byKinship.add(new ArrayList<>());
        }
    }

    void add(int kinship, int one, int other) {
        List<Pair> pairs = byKinship.get(kinship);
        pairs.add(new Pair(one, other, met++));
        if (pairs.size() > 2 * most) {
            prune(pairs);
        }
    }

    private void prune(List<Pair> pairs) {
        pairs.sort(Comparator.comparingLong(Pair::scrambled));
        pairs.subList(most, pairs.size()).clear();
    }

    /** Those of a kinship that are kept, in the order they were met. */
    List<Pair> of(int kinship) {
        List<Pair> pairs = byKinship.get(kinship);
        if (pairs.size() > most) {
            prune(pairs);
        }
        pairs.sort(Comparator.comparingInt(Pair::met));
        return List.copyOf(pairs);
    }
}
