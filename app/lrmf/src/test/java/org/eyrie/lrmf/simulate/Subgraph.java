package org.eyrie.lrmf.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eyrie.lrmf.math.DisjointSets;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;

/** Cuts families out of problems and changes them. */
public final class Subgraph {

    private Subgraph() {}

    /** Connected components, the largest first. */
    public static List<List<Integer>> components(Problem problem) {
        LineageGraph g = problem.lineage();
        DisjointSets joined = new DisjointSets(g.models());
        for (int e = 0; e < g.edges(); e++) {
            joined.join(g.child()[e], g.parent()[e]);
        }
        Map<Integer, List<Integer>> byLeader = new TreeMap<>();
        for (int u = 0; u < g.models(); u++) {
            byLeader.computeIfAbsent(joined.find(u), l -> new ArrayList<>()).add(u);
        }
        List<List<Integer>> result = new ArrayList<>(byLeader.values());
        result.sort((a, b) -> b.size() - a.size());
        return result;
    }

    public static Problem of(Problem problem, List<Integer> members) {
        return problem.only(members.stream().mapToInt(u -> u).toArray());
    }

    /** The problem and one more model, of the first parent's traits, without scores. */
    public static Problem withChild(Problem problem, int[] parents, int relation) {
        LineageGraph g = problem.lineage();
        int n = g.models();
        int[] members =
                IntStream.rangeClosed(0, n).map(u -> u < n ? u : parents[0]).toArray();
        int edges = g.edges() + parents.length;
        int[] child = Arrays.copyOf(g.child(), edges);
        int[] parent = Arrays.copyOf(g.parent(), edges);
        int[] kind = Arrays.copyOf(g.relation(), edges);
        double[] weight = Arrays.copyOf(g.weight(), edges);
        for (int k = 0; k < parents.length; k++) {
            child[g.edges() + k] = n;
            parent[g.edges() + k] = parents[k];
            kind[g.edges() + k] = relation;
            weight[g.edges() + k] = Double.NaN;
        }
        return new Problem(
                new LineageGraph(n + 1, g.relations(), child, parent, kind, weight),
                problem.traits().of(members),
                problem.observations());
    }

    /** The problem with every model of one architecture. */
    public static Problem withArchitecture(Problem problem, int architecture) {
        ModelTraits t = problem.traits();
        int[] all = new int[t.models()];
        Arrays.fill(all, architecture);
        return new Problem(
                problem.lineage(),
                new ModelTraits(
                        all,
                        t.type(),
                        t.author(),
                        t.precision(),
                        t.chatTemplate(),
                        t.moe(),
                        t.parametersBillions(),
                        t.uploadedDay(),
                        t.series(),
                        t.words()),
                problem.observations());
    }

    /** The problem with every cell measured as .4. */
    public static Problem measuredEverywhere(Problem problem) {
        int m = problem.observations().columns();
        int cells = problem.lineage().models() * m;
        double[] score = new double[cells];
        double[] trials = new double[cells];
        Arrays.fill(score, 0.4);
        Arrays.fill(trials, 500);
        return new Problem(
                problem.lineage(),
                problem.traits(),
                new Observations(
                        m,
                        IntStream.range(0, cells).map(c -> c / m).toArray(),
                        IntStream.range(0, cells).map(c -> c % m).toArray(),
                        score,
                        trials));
    }
}
