package org.eyrie.lrmf.posterior;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.IntStream;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;

/**
 * A model and those of its relatives that are fewest derivations away, as a problem of their own.
 *
 * @param problem theirs
 * @param members number of each in the whole problem, the model itself first
 */
@SuppressWarnings("ArrayRecordComponent")
public record NearestRelatives(Problem problem, int[] members) {

    /** Neighbours of every model of a lineage, found once. */
    public static final class Map {

        private final Problem whole;
        private final int[] start;
        private final int[] neighbour;
        private final int[] cellStart;
        private final int[] cell;

        public Map(Problem whole) {
            this.whole = whole;
            LineageGraph lineage = whole.lineage();
            int n = lineage.models();
            start = new int[n + 1];
            for (int e = 0; e < lineage.edges(); e++) {
                start[lineage.child()[e] + 1]++;
                start[lineage.parent()[e] + 1]++;
            }
            Arrays.parallelPrefix(start, Integer::sum);
            neighbour = new int[2 * lineage.edges()];
            int[] fill = start.clone();
            for (int e = 0; e < lineage.edges(); e++) {
                neighbour[fill[lineage.child()[e]]++] = lineage.parent()[e];
                neighbour[fill[lineage.parent()[e]]++] = lineage.child()[e];
            }
            int[] model = whole.observations().model();
            cellStart = new int[n + 1];
            for (int u : model) {
                cellStart[u + 1]++;
            }
            Arrays.parallelPrefix(cellStart, Integer::sum);
            cell = new int[model.length];
            int[] next = cellStart.clone();
            for (int c = 0; c < model.length; c++) {
                cell[next[model[c]]++] = c;
            }
        }

        /**
         * The surroundings of a model.
         *
         * @param hops how many derivations away at most
         * @param most how many models at most, itself included
         */
        public NearestRelatives of(int model, int hops, int most) {
            int[] number = new int[whole.lineage().models()];
            Arrays.fill(number, -1);
            int[] members = new int[Math.min(most, number.length)];
            int[] distance = new int[members.length];
            int size = 0;
            number[model] = size;
            members[size++] = model;
            Deque<Integer> waiting = new ArrayDeque<>();
            waiting.add(0);
            while (!waiting.isEmpty() && size < members.length) {
                int k = waiting.remove();
                if (distance[k] == hops) {
                    break;
                }
                for (int a = start[members[k]]; a < start[members[k] + 1] && size < members.length; a++) {
                    if (number[neighbour[a]] < 0) {
                        number[neighbour[a]] = size;
                        distance[size] = distance[k] + 1;
                        members[size] = neighbour[a];
                        waiting.add(size++);
                    }
                }
            }
            return restricted(Arrays.copyOf(members, size), number);
        }

        private NearestRelatives restricted(int[] members, int[] number) {
            return new NearestRelatives(
                    new Problem(lineage(members, number), traits(members), observations(members, number)), members);
        }

        private LineageGraph lineage(int[] members, int[] number) {
            LineageGraph all = whole.lineage();
            int[] kept = IntStream.range(0, all.edges())
                    .filter(e -> number[all.child()[e]] >= 0 && number[all.parent()[e]] >= 0)
                    .toArray();
            return new LineageGraph(
                    members.length,
                    all.relations(),
                    IntStream.of(kept).map(e -> number[all.child()[e]]).toArray(),
                    IntStream.of(kept).map(e -> number[all.parent()[e]]).toArray(),
                    IntStream.of(kept).map(e -> all.relation()[e]).toArray(),
                    IntStream.of(kept).mapToDouble(e -> all.weight()[e]).toArray());
        }

        private ModelTraits traits(int[] members) {
            return whole.traits().of(members);
        }

        private Observations observations(int[] members, int[] number) {
            Observations all = whole.observations();
            int[] kept = IntStream.of(members)
                    .flatMap(u -> Arrays.stream(cell, cellStart[u], cellStart[u + 1]))
                    .toArray();
            return new Observations(
                    all.columns(),
                    IntStream.of(kept).map(c -> number[all.model()[c]]).toArray(),
                    IntStream.of(kept).map(c -> all.column()[c]).toArray(),
                    IntStream.of(kept).mapToDouble(c -> all.score()[c]).toArray(),
                    IntStream.of(kept).mapToDouble(c -> all.trials()[c]).toArray());
        }
    }
}
