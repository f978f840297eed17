package org.eyrie.lrmf.linalg;

import java.util.Arrays;
import org.eyrie.lrmf.math.Groups;

/**
 * Groups of nodes that are joined pairwise, and what may be taken out of them. The first member of a group stays in it. The
 * others have a looseness: of two that would do as well the looser is taken out.
 *
 * @param start where each group's members start, and the end of the last
 * @param node of every member; in one group each once
 * @param looseness of every member, not negative
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record LooseGroups(int[] start, int[] node, int[] looseness) {

    int count() {
        return start.length - 1;
    }

    int width(int group) {
        return start[group + 1] - start[group];
    }

    /** Whether a member is the first of its group. */
    boolean isFirst(int member, int group) {
        return start[group] == member;
    }

    /** The group of every member. */
    int[] groupOf() {
        int[] group = new int[node.length];
        for (int g = 0; g < count(); g++) {
            Arrays.fill(group, start[g], start[g + 1], g);
        }
        return group;
    }

    Groups byNode(int nodes) {
        return Groups.of(node, nodes);
    }

    /** All pairs of nodes that a group joins. */
    BlockPattern pattern(int nodes) {
        return new BlockPattern.Builder(nodes).joinGroups(start, node).build();
    }
}
