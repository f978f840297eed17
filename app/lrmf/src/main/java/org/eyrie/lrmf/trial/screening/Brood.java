package org.eyrie.lrmf.trial.screening;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.lrmf.math.Groups;
import org.eyrie.lrmf.problem.LineageGraph;

/**
 * A parent and its measured children, the candidates.
 *
 * @param parent the parent
 * @param child the candidates
 * @param truth per candidate its mean measured score, 0 to 1
 * @param hidden everything that descends from the parent: all of it is unmeasured while one chooses
 */
@SuppressWarnings("ArrayRecordComponent") // read by loops
record Brood(int parent, int[] child, double[] truth, BitSet hidden) {

    /**
     * Every parent of many measured children, most children first.
     *
     * @param score per model its mean measured score, NaN where it was not measured on all that counts
     * @param fewest how many children at least
     */
    static List<Brood> of(LineageGraph lineage, double[] score, int fewest) {
        Groups byParent = Groups.of(lineage.parent(), lineage.models());
        List<Brood> broods = new ArrayList<>();
        for (int parent = 0; parent < lineage.models(); parent++) {
            int[] child = Arrays.stream(byParent.of(parent))
                    .map(edge -> lineage.child()[edge])
                    .distinct()
                    .filter(model -> !Double.isNaN(score[model]))
                    .sorted()
                    .toArray();
            if (child.length >= fewest) {
                double[] truth = Arrays.stream(child).mapToDouble(u -> score[u]).toArray();
                broods.add(new Brood(parent, child, truth, descendants(lineage, byParent, parent)));
            }
        }
        broods.sort(
                Comparator.comparingInt((Brood brood) -> -brood.child.length).thenComparingInt(Brood::parent));
        return broods;
    }

    private static BitSet descendants(LineageGraph lineage, Groups byParent, int parent) {
        BitSet found = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(parent));
        while (!open.isEmpty()) {
            for (int edge : byParent.of(open.remove())) {
                int child = lineage.child()[edge];
                if (!found.get(child)) {
                    found.set(child);
                    open.add(child);
                }
            }
        }
        found.clear(parent);
        return found;
    }

    /**
     * Broods that can be hidden at once: of no two is one's parent among the other's descendants, and no more models are
     * hidden together than allowed, unless one brood alone is larger.
     */
    static List<List<Brood>> rounds(List<Brood> broods, int mostHidden) {
        List<List<Brood>> rounds = new ArrayList<>();
        List<BitSet> hidden = new ArrayList<>();
        for (Brood brood : broods) {
            int round = IntStream.range(0, rounds.size())
                    .filter(r -> fits(brood, rounds.get(r), hidden.get(r), mostHidden))
                    .findFirst()
                    .orElse(rounds.size());
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
                hidden.add(new BitSet());
            }
            rounds.get(round).add(brood);
            hidden.get(round).or(brood.hidden);
        }
        return rounds;
    }

    private static boolean fits(Brood brood, List<Brood> others, BitSet hidden, int mostHidden) {
        BitSet all = (BitSet) hidden.clone();
        all.or(brood.hidden);
        return all.cardinality() <= mostHidden
                && !all.get(brood.parent)
                && others.stream().noneMatch(other -> all.get(other.parent));
    }
}
