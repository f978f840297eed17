package org.eyrie.lrmf.linalg;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.lrmf.math.DisjointSets;
import org.jspecify.annotations.Nullable;

/**
 * The end of an elimination, where what is left is joined to nearly everything else that is left. It works on cliques alone:
 * groups of which no member was eliminated, and what eliminated nodes left behind. A clique remembers of which groups it
 * was made, so that a node can be taken out of it afterwards: out of all these groups.
 */
final class CoreElimination {

    private static final int NOT_LEFT = Integer.MAX_VALUE;

    private final LooseGroups groups;
    private final EliminationBudget budget;
    private final int[] order;
    private int done;
    private final int end;
    private final boolean[] dropped;
    private final int nodes;
    final boolean[] gone;
    final int[][] members;
    final int[] memberCount;
    private final int[][] cliquesOf;
    private final int[] cliqueCount;
    private final DisjointSets sets;
    /** Per set of cliques that became one, which that is. */
    private final int[] cliqueOfSet;

    private final int[] outside;
    private final int[] outsideStamp;
    private final int[] mark;
    private int stamp;
    private int cliques;
    private final int[] degree;
    private long blocks;
    private long products;
    private final CliqueCuts cuts;
    private boolean unlimited;

    CoreElimination(
            MinimumDegree easy,
            LooseGroups groups,
            EliminationBudget budget,
            int[] order,
            int done,
            boolean[] dropped) {
        this.groups = groups;
        this.budget = budget;
        this.order = order;
        this.done = done;
        this.dropped = dropped;
        this.nodes = order.length;
        this.end = nodes - budget.border();
        this.gone = easy.gone();
        this.blocks = easy.blocks();
        this.products = easy.products();
        int most = nodes + groups.count() + end - done;
        members = new int[most][];
        memberCount = new int[most];
        cliquesOf = new int[nodes][];
        cliqueCount = new int[nodes];
        sets = new DisjointSets(most);
        cliqueOfSet = new int[most];
        outside = new int[most];
        outsideStamp = new int[most];
        mark = new int[nodes];
        degree = new int[nodes];
        Arrays.setAll(cliqueOfSet, k -> k);
        takeOver(easy);
        cliques = nodes + groups.count();
        cuts = new CliqueCuts(this, groups, dropped);
    }

    /** Cliques 0 to nodes - 1 are what nodes left, then come the groups, then what will be left. */
    private void takeOver(MinimumDegree easy) {
        int[] when = new int[nodes];
        Arrays.fill(when, NOT_LEFT);
        for (int k = 0; k < done; k++) {
            when[order[k]] = k;
        }
        for (int k = 0; k < done; k++) {
            int left = order[k];
            int[] clique = easy.members(left);
            if (clique != null) {
                add(left, Arrays.stream(clique).filter(node -> !gone[node]).toArray());
            } else if (easy.absorber(left) >= 0) {
                unite(left, easy.absorber(left));
            }
        }
        for (int g = 0; g < groups.count(); g++) {
            int first = -1;
            for (int m = groups.start()[g]; m < groups.start()[g + 1]; m++) {
                int node = groups.node()[m];
                first = when[node] != NOT_LEFT && (first < 0 || when[node] < when[first]) ? node : first;
            }
            if (first >= 0) {
                unite(nodes + g, first);
            } else {
                add(nodes + g, Arrays.copyOfRange(groups.node(), groups.start()[g], groups.start()[g + 1]));
            }
        }
    }

    private void add(int clique, int[] found) {
        members[clique] = found;
        memberCount[clique] = found.length;
        for (int node : found) {
            if (cliquesOf[node] == null) {
                cliquesOf[node] = new int[4];
            } else if (cliqueCount[node] == cliquesOf[node].length) {
                cliquesOf[node] = Arrays.copyOf(cliquesOf[node], 2 * cliqueCount[node]);
            }
            cliquesOf[node][cliqueCount[node]++] = clique;
        }
    }

    /** One clique became part of another. */
    private void unite(int part, int whole) {
        int into = cliqueOfSet[sets.find(whole)];
        sets.join(part, whole);
        cliqueOfSet[sets.find(whole)] = into;
    }

    /** The clique that a group is part of. */
    int cliqueOfGroup(int group) {
        return cliqueOfSet[sets.find(nodes + group)];
    }

    /** Live cliques of a node. */
    int[] cliquesOf(int node) {
        int kept = 0;
        int[] list = cliquesOf[node];
        for (int k = 0; k < cliqueCount[node]; k++) {
            if (members[list[k]] != null) {
                list[kept++] = list[k];
            }
        }
        cliqueCount[node] = kept;
        return list == null ? new int[0] : Arrays.copyOf(list, kept);
    }

    /** Eliminates what is left of the nodes before {@code to}. */
    void eliminate(int to) {
        DegreeLists lists = new DegreeLists(nodes);
        int left = 0;
        for (int node = Math.min(to, end) - 1; node >= 0; node--) {
            if (!gone[node]) {
                left++;
                degree[node] = atMost(node);
                lists.put(node, degree[node]);
            }
        }
        for (; left > 0; left--) {
            int pivot = next(lists, to);
            eliminate(pivot, lists, to);
        }
    }

    /** A node that is cheap enough, made so if need be; if there is none, that of least degree. */
    private int next(DegreeLists lists, int to) {
        for (int node = lists.takeLeast(); node >= 0; node = lists.takeLeast()) {
            int most = unlimited ? nodes : budget.most(end - done, blocks, products);
            int size = union(node).length;
            if (size > most) {
                for (int other : cuts.reduce(node, size, most)) {
                    degree[other] = atMost(other);
                    if (other < to && other != node) {
                        lists.put(other, degree[other]);
                    }
                }
                size = union(node).length;
            }
            degree[node] = size;
            if (size <= most) {
                return node;
            }
        }
        unlimited = true; // all that may be taken out was: whoever asked has to ask for less
        return IntStream.range(0, to)
                .filter(node -> !gone[node])
                .reduce((a, b) -> degree[b] < degree[a] ? b : a)
                .orElseThrow();
    }

    /** What a node's cliques have, it excepted, each once. */
    int[] union(int pivot) {
        int round = ++stamp;
        mark[pivot] = round;
        int[] found = new int[16];
        int size = 0;
        for (int clique : cliquesOf(pivot)) {
            for (int k = 0; k < memberCount[clique]; k++) {
                int node = membersOf(clique)[k];
                if (mark[node] != round) {
                    mark[node] = round;
                    if (size == found.length) {
                        found = Arrays.copyOf(found, 2 * size);
                    }
                    found[size++] = node;
                }
            }
        }
        return Arrays.copyOf(found, size);
    }

    int[] membersOf(int clique) {
        int @Nullable [] list = members[clique];
        if (list == null) {
            throw new IllegalStateException("Clique " + clique + " is part of another");
        }
        return list;
    }

    private int atMost(int node) {
        long sum = 0;
        for (int clique : cliquesOf(node)) {
            sum += memberCount[clique] - 1;
        }
        return (int) Math.min(sum, nodes - 1);
    }

    private void eliminate(int pivot, DegreeLists lists, int to) {
        lists.remove(pivot);
        int[] union = union(pivot);
        int fresh = cliques++;
        for (int clique : cliquesOf(pivot)) {
            members[clique] = null;
            unite(clique, fresh);
        }
        gone[pivot] = true;
        order[done++] = pivot;
        blocks += union.length;
        products += (long) union.length * (union.length + 1) / 2;
        int round = ++stamp;
        for (int node : union) {
            for (int clique : cliquesOf(node)) {
                if (outsideStamp[clique] != round) {
                    outsideStamp[clique] = round;
                    outside[clique] = memberCount[clique];
                }
                outside[clique]--;
            }
        }
        add(fresh, union);
        outside[fresh] = union.length - 1;
        for (int node : union) {
            long sum = 0;
            for (int clique : cliquesOf(node)) {
                if (outside[clique] == 0 && clique != fresh) {
                    members[clique] = null; // all of it is in the new one
                    unite(clique, fresh);
                } else {
                    sum += outside[clique];
                }
            }
            degree[node] = (int) Math.min(sum, nodes - 1);
            if (node < to && node < end) {
                lists.put(node, degree[node]);
            }
        }
    }

    /** Takes a node out of a clique: some members of groups that it was made of are dropped. */
    void drop(int node, int clique, List<Integer> groupMembers, int[] groupOf) {
        for (int member : groupMembers) {
            dropped[member] = true;
            int width = groups.width(groupOf[member]);
            blocks += width; // of the copy that stands in
            products += (long) width * (width + 1) / 2;
        }
        int[] list = membersOf(clique);
        for (int k = 0; k < memberCount[clique]; k++) {
            if (list[k] == node) {
                list[k] = list[--memberCount[clique]];
                break;
            }
        }
        int[] of = cliquesOf[node];
        for (int k = 0; k < cliqueCount[node]; k++) {
            if (of[k] == clique) {
                of[k] = of[--cliqueCount[node]];
                break;
            }
        }
    }
}
