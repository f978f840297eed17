package org.eyrie.lrmf.posterior;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.eyrie.lrmf.math.Groups;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Problem;

/** Parents and children of every model of a problem, found once. */
final class LineageNeighbours {

    private final Problem whole;
    private final int[] neighbour;
    private final Groups byModel;

    LineageNeighbours(Problem whole) {
        this.whole = whole;
        LineageGraph lineage = whole.lineage();
        int[] model = new int[2 * lineage.edges()];
        neighbour = new int[model.length];
        for (int e = 0; e < lineage.edges(); e++) {
            model[2 * e] = lineage.child()[e];
            model[2 * e + 1] = lineage.parent()[e];
            neighbour[2 * e] = lineage.parent()[e];
            neighbour[2 * e + 1] = lineage.child()[e];
        }
        byModel = Groups.of(model, lineage.models());
    }

    /**
     * The nearest relatives of a model.
     *
     * @param hops how many derivations away at most
     * @param most how many models at most, itself included
     */
    NearestRelatives of(int model, int hops, int most) {
        boolean[] met = new boolean[whole.lineage().models()];
        int[] members = new int[Math.min(most, met.length)];
        int[] distance = new int[members.length];
        int size = 0;
        met[model] = true;
        members[size++] = model;
        Deque<Integer> waiting = new ArrayDeque<>();
        waiting.add(0);
        while (!waiting.isEmpty() && size < members.length) {
            int k = waiting.remove();
            if (distance[k] == hops) {
                break;
            }
            int end = byModel.end(members[k]);
            for (int a = byModel.first(members[k]); a < end && size < members.length; a++) {
                int other = neighbour[byModel.item(a)];
                if (!met[other]) {
                    met[other] = true;
                    distance[size] = distance[k] + 1;
                    members[size] = other;
                    waiting.add(size++);
                }
            }
        }
        int[] found = Arrays.copyOf(members, size);
        return new NearestRelatives(whole.only(found), found);
    }
}
