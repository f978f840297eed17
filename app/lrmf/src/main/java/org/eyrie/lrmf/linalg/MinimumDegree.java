package org.eyrie.lrmf.linalg;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Approximate minimum-degree order (Amestoy, Davis, Duff 1996) on the quotient graph: an eliminated node becomes an
 * element, the clique of its neighbours, kept as a list instead of as edges. Elements inside a newer one are absorbed.
 *
 * <p>The last nodes may be held back as a boundary, eliminated after all others.
 *
 * <p>Takes O(n m) time at worst for n nodes and m joined pairs (Heggernes, Eisenstat, Kumfert and Pothen 2001), hardly more
 * than O(m) on lineages, and memory for the pairs and for the elements not yet absorbed: never more than the factor's
 * blocks.
 */
final class MinimumDegree {

    /** Longer neighbour lists are not pruned: founders have thousands of children, each of which would rescan them. */
    private static final int PRUNED_LENGTH = 64;

    private final int nodes;
    private final int free;
    private final int[] aliveStart;
    private final int[] aliveLength;
    private final int[] uncovered;
    private final int[] adjacent;
    private final int[][] elementsOf;
    private final int[] elementCount;
    private final int[][] members;
    private final int[] absorber;
    private final int[] degree;
    private final boolean[] gone;
    private final int[] mark;
    private final int[] outside;
    private final int[] outsideStamp;
    private int stamp;
    private long blocks;
    private long products;

    MinimumDegree(BlockPattern pattern, int free) {
        this.nodes = pattern.nodes;
        this.free = free;
        aliveStart = pattern.start;
        adjacent = pattern.neighbour.clone();
        aliveLength = new int[nodes];
        degree = new int[nodes];
        uncovered = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            aliveLength[i] = aliveStart[i + 1] - aliveStart[i];
            degree[i] = aliveLength[i];
            uncovered[i] = aliveLength[i];
        }
        elementsOf = new int[nodes][];
        elementCount = new int[nodes];
        members = new int[nodes][];
        absorber = new int[nodes];
        Arrays.fill(absorber, -1);
        gone = new boolean[nodes];
        mark = new int[nodes];
        outside = new int[nodes];
        outsideStamp = new int[nodes];
        Arrays.fill(mark, -1);
        Arrays.fill(outsideStamp, -1);
    }

    /** Nodes in the order of elimination; those from {@code free} on come last. */
    static int[] order(BlockPattern pattern, int free) {
        return within(pattern, free, true, Bound.NONE).orElseThrow();
    }

    /**
     * The same, given up as soon as the factor would pass a bound.
     *
     * @param all whether the nodes from {@code free} on are eliminated too; else they stay in their own order
     */
    static Optional<int[]> within(BlockPattern pattern, int free, boolean all, Bound bound) {
        return new MinimumDegree(pattern, free).run(all, bound);
    }

    private Optional<int[]> run(boolean all, Bound bound) {
        int[] order = new int[nodes];
        Going within = (least, done) -> bound.admits(blocks, products);
        int done = eliminate(node -> node < free, order, 0, within);
        if (done == free && all) {
            done = eliminate(node -> true, order, done, within);
        }
        if (done < (all ? nodes : free) || !bound.admits(blocks, products)) {
            return Optional.empty();
        }
        while (done < nodes) {
            order[done] = done;
            done++;
        }
        return Optional.of(order);
    }

    /** Asked before every elimination whether it may go on. */
    @FunctionalInterface
    interface Going {

        /**
         * Whether the next node may be eliminated.
         *
         * @param degree it has at most so many neighbours
         * @param done how many nodes were eliminated before
         */
        boolean on(int degree, int done);
    }

    /**
     * Eliminates nodes that are wanted and were not eliminated yet, one of least degree first, as long as it may go on.
     *
     * @param order is filled from {@code done} on
     * @return how many were eliminated in all
     */
    int eliminate(IntPredicate wanted, int[] order, int done, Going going) {
        DegreeLists lists = new DegreeLists(nodes);
        boolean[] eligible = new boolean[nodes];
        for (int i = nodes - 1; i >= 0; i--) {
            eligible[i] = !gone[i] && wanted.test(i);
            if (eligible[i]) {
                lists.put(i, degree[i]);
            }
        }
        int so = done;
        for (int node = lists.takeLeast(); node >= 0; node = lists.takeLeast()) {
            if (!going.on(degree[node], so)) {
                return so;
            }
            order[so++] = node;
            eliminate(node, lists, eligible);
        }
        return so;
    }

    /** Blocks of the columns so far. */
    long blocks() {
        return blocks;
    }

    /** Block products so far. */
    long products() {
        return products;
    }

    /** Which nodes were eliminated. */
    boolean[] gone() {
        return gone;
    }

    /** What an eliminated node left joined; null where that became part of what a later one left. */
    int @Nullable [] members(int eliminated) {
        return members[eliminated];
    }

    /** The later node that {@link #members} became part of; -1 where it did not. */
    int absorber(int eliminated) {
        return absorber[eliminated];
    }

    private void eliminate(int pivot, DegreeLists lists, boolean[] eligible) {
        gone[pivot] = true;
        int[] clique = neighbours(pivot);
        members[pivot] = clique;
        blocks += clique.length;
        products += (long) clique.length * (clique.length + 1) / 2;
        elementsOf[pivot] = null;
        if (clique.length == 0) {
            return;
        }
        int round = ++stamp;
        for (int i : clique) {
            countOutside(i, round);
        }
        for (int i : clique) {
            degree[i] = updated(i, pivot, clique.length);
            if (eligible[i]) {
                lists.put(i, degree[i]);
            }
        }
    }

    /** Live neighbours of the pivot; the elements they come from are absorbed. Leaves them marked with the stamp. */
    private int[] neighbours(int pivot) {
        int round = ++stamp;
        mark[pivot] = round;
        int[] found = new int[Math.max(8, degree[pivot])];
        int size = 0;
        for (int a = aliveStart[pivot]; a < aliveStart[pivot] + aliveLength[pivot]; a++) {
            uncovered[adjacent[a]]--;
            size = collect(adjacent[a], round, found, size);
            found = room(found, size);
        }
        for (int e = 0; e < elementCount[pivot]; e++) {
            int element = elementsOf[pivot][e];
            int[] list = members[element];
            if (list == null) {
                continue;
            }
            for (int node : list) {
                size = collect(node, round, found, size);
                found = room(found, size);
            }
            members[element] = null;
            absorber[element] = pivot;
        }
        return Arrays.copyOf(found, size);
    }

    private int collect(int node, int round, int[] found, int size) {
        if (gone[node] || mark[node] == round) {
            return size;
        }
        mark[node] = round;
        found[size] = node;
        return size + 1;
    }

    private static int[] room(int[] array, int size) {
        return size < array.length ? array : Arrays.copyOf(array, array.length * 2);
    }

    /** Lowers, for every element of node i, the count of its members outside the pivot's clique. */
    private void countOutside(int i, int round) {
        for (int e = 0; e < elementCount[i]; e++) {
            int element = elementsOf[i][e];
            int[] list = members[element];
            if (list == null) {
                continue;
            }
            if (outsideStamp[element] != round) {
                outsideStamp[element] = round;
                outside[element] = list.length;
            }
            outside[element]--;
        }
    }

    private int updated(int i, int pivot, int cliqueSize) {
        int sum = cliqueSize - 1;
        int kept = 0;
        for (int e = 0; e < elementCount[i]; e++) {
            int element = elementsOf[i][e];
            if (members[element] == null) {
                continue;
            }
            if (outside[element] <= 0) {
                members[element] = null; // absorbed: all its members are in the new clique
                absorber[element] = pivot;
                continue;
            }
            sum += outside[element];
            elementsOf[i][kept++] = element;
        }
        elementCount[i] = kept;
        if (cliqueSize > 1) {
            addElement(i, pivot);
        }
        prune(i);
        int edges = aliveLength[i] > PRUNED_LENGTH ? Math.max(uncovered[i], 0) : aliveLength[i];
        return Math.min(sum + edges, nodes - 1);
    }

    private void addElement(int i, int element) {
        if (elementsOf[i] == null) {
            elementsOf[i] = new int[4];
        } else if (elementCount[i] == elementsOf[i].length) {
            elementsOf[i] = Arrays.copyOf(elementsOf[i], elementCount[i] * 2);
        }
        elementsOf[i][elementCount[i]++] = element;
    }

    /** Drops neighbours that are gone or that the new clique covers. */
    private void prune(int i) {
        if (aliveLength[i] > PRUNED_LENGTH) {
            return;
        }
        int cliqueStamp = stamp - 1;
        int from = aliveStart[i];
        int kept = 0;
        for (int a = 0; a < aliveLength[i]; a++) {
            int node = adjacent[from + a];
            if (gone[node]) {
                continue;
            }
            if (mark[node] == cliqueStamp) {
                uncovered[node]--;
            } else {
                adjacent[from + kept++] = node;
            }
        }
        aliveLength[i] = kept;
    }
}
