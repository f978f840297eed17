package org.eyrie.lrmf.linalg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.lrmf.math.Groups;

/**
 * Makes a node cheap enough to be eliminated: it is taken out of some of its cliques, or others are out of them, the one
 * first that makes the most of least, and loose members rather than tight ones.
 */
final class CliqueCuts {

    /** Worth of a member's looseness: what is tight is kept as long as there is anything else. */
    private static final double[] WORTH = {1.0 / 64, 1, 3, 8};

    /** Nodes of more members than this are not taken out of others' cliques: that would be as many cuts. */
    private static final int FEW = 256;

    private final CoreElimination core;
    private final LooseGroups groups;
    private final boolean[] dropped;
    private final int[] groupOf;
    private final Groups byNode;
    private final int[] count;

    CliqueCuts(CoreElimination core, LooseGroups groups, boolean[] dropped) {
        this.core = core;
        this.groups = groups;
        this.dropped = dropped;
        this.groupOf = groups.groupOf();
        this.byNode = groups.byNode(core.gone.length);
        this.count = new int[core.gone.length];
    }

    /** To take a node out of a clique, which would drop these members of groups. */
    private record Choice(int node, int clique, List<Integer> dropped, double worth) {}

    /** Takes nodes out until the pivot has at most so many neighbours, or nothing is left to take; who was taken out. */
    Set<Integer> reduce(int pivot, int neighbours, int most) {
        int[] cliques = core.cliquesOf(pivot);
        int[] union = core.union(pivot);
        for (int clique : cliques) {
            tally(pivot, clique, 1);
        }
        Set<Integer> taken = new LinkedHashSet<>();
        Set<Integer> without = new LinkedHashSet<>();
        int left = neighbours;
        for (Choice choice : choices(pivot, cliques, union)) {
            if (left <= most) {
                break;
            }
            if (without.contains(choice.clique)) {
                continue;
            }
            int gain = choice.node == pivot ? alone(pivot, choice.clique) : count[choice.node] == 1 ? 1 : 0;
            if (gain == 0) {
                continue;
            }
            if (choice.node == pivot) {
                tally(pivot, choice.clique, -1);
                without.add(choice.clique);
            } else {
                count[choice.node] = 0;
            }
            core.drop(choice.node, choice.clique, choice.dropped, groupOf);
            taken.add(choice.node);
            left -= gain;
        }
        for (int node : union) {
            count[node] = 0;
        }
        return taken;
    }

    private void tally(int pivot, int clique, int sign) {
        int[] members = core.membersOf(clique);
        for (int k = 0; k < core.memberCount[clique]; k++) {
            if (members[k] != pivot) {
                count[members[k]] += sign;
            }
        }
    }

    /** How many members of a clique no other clique of the pivot has. */
    private int alone(int pivot, int clique) {
        int[] members = core.membersOf(clique);
        int alone = 0;
        for (int k = 0; k < core.memberCount[clique]; k++) {
            alone += members[k] != pivot && count[members[k]] == 1 ? 1 : 0;
        }
        return alone;
    }

    private List<Choice> choices(int pivot, int[] cliques, int[] union) {
        List<Choice> choices = new ArrayList<>();
        membersByClique(pivot).forEach((clique, members) -> {
            if (core.members[clique] != null) {
                add(choices, pivot, clique, members, alone(pivot, clique));
            }
        });
        Map<Integer, Integer> home = new HashMap<>();
        for (int clique : cliques) {
            int[] members = core.membersOf(clique);
            for (int k = 0; k < core.memberCount[clique]; k++) {
                home.put(members[k], clique);
            }
        }
        for (int node : union) {
            Integer clique = home.get(node);
            if (clique != null && count[node] == 1 && byNode.size(node) <= FEW) {
                List<Integer> members = membersByClique(node).get(clique);
                if (members != null) {
                    add(choices, node, clique, members, 1);
                }
            }
        }
        choices.sort(Comparator.comparingDouble((Choice choice) -> -choice.worth)
                .thenComparingInt(Choice::node)
                .thenComparingInt(Choice::clique));
        return choices;
    }

    private void add(List<Choice> choices, int node, int clique, List<Integer> members, int gain) {
        double cost = 0;
        for (int member : members) {
            if (groups.isFirst(member, groupOf[member])) {
                return;
            }
            cost += 1 / WORTH[Math.min(groups.looseness()[member], WORTH.length - 1)];
        }
        if (gain > 0) {
            choices.add(new Choice(node, clique, members, gain / cost));
        }
    }

    /** A node's members of groups, by the clique that these are part of. */
    private Map<Integer, List<Integer>> membersByClique(int node) {
        Map<Integer, List<Integer>> found = new HashMap<>();
        for (int at = byNode.first(node); at < byNode.end(node); at++) {
            int member = byNode.item(at);
            if (!dropped[member]) {
                found.computeIfAbsent(core.cliqueOfGroup(groupOf[member]), key -> new ArrayList<>())
                        .add(member);
            }
        }
        return found;
    }
}
