package org.eyrie.lrmf.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
        int[] leader = IntStream.range(0, g.models()).toArray();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int e = 0; e < g.edges(); e++) {
                int low = Math.min(leader[g.child()[e]], leader[g.parent()[e]]);
                changed |= leader[g.child()[e]] != low || leader[g.parent()[e]] != low;
                leader[g.child()[e]] = low;
                leader[g.parent()[e]] = low;
            }
        }
        Map<Integer, List<Integer>> byLeader = new TreeMap<>();
        for (int u = 0; u < g.models(); u++) {
            byLeader.computeIfAbsent(leader[u], l -> new ArrayList<>()).add(u);
        }
        List<List<Integer>> result = new ArrayList<>(byLeader.values());
        result.sort((a, b) -> b.size() - a.size());
        return result;
    }

    public static Problem of(Problem problem, List<Integer> members) {
        LineageGraph g = problem.lineage();
        int[] number = new int[g.models()];
        Arrays.fill(number, -1);
        for (int k = 0; k < members.size(); k++) {
            number[members.get(k)] = k;
        }
        int[] edges = IntStream.range(0, g.edges())
                .filter(e -> number[g.child()[e]] >= 0 && number[g.parent()[e]] >= 0)
                .toArray();
        Observations o = problem.observations();
        int[] cells = IntStream.range(0, o.cells())
                .filter(c -> number[o.model()[c]] >= 0)
                .toArray();
        return new Problem(
                new LineageGraph(
                        members.size(),
                        g.relations(),
                        Arrays.stream(edges).map(e -> number[g.child()[e]]).toArray(),
                        Arrays.stream(edges).map(e -> number[g.parent()[e]]).toArray(),
                        Arrays.stream(edges).map(e -> g.relation()[e]).toArray(),
                        Arrays.stream(edges).mapToDouble(e -> g.weight()[e]).toArray()),
                traits(problem.traits(), members.stream().mapToInt(u -> u).toArray()),
                new Observations(
                        o.columns(),
                        Arrays.stream(cells).map(c -> number[o.model()[c]]).toArray(),
                        Arrays.stream(cells).map(c -> o.column()[c]).toArray(),
                        Arrays.stream(cells).mapToDouble(c -> o.score()[c]).toArray(),
                        Arrays.stream(cells).mapToDouble(c -> o.trials()[c]).toArray()));
    }

    private static ModelTraits traits(ModelTraits t, int[] members) {
        int[][] words = new int[members.length][];
        Arrays.setAll(words, k -> t.words()[members[k]]);
        return new ModelTraits(
                pick(t.architecture(), members),
                pick(t.type(), members),
                pick(t.author(), members),
                pick(t.precision(), members),
                pick(t.chatTemplate(), members),
                pick(t.moe(), members),
                pick(t.parametersBillions(), members),
                pick(t.uploadedDay(), members),
                pick(t.series(), members),
                words);
    }

    private static int[] pick(int[] values, int[] members) {
        return Arrays.stream(members).map(u -> values[u]).toArray();
    }

    private static double[] pick(double[] values, int[] members) {
        return Arrays.stream(members).mapToDouble(u -> values[u]).toArray();
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
                traits(problem.traits(), members),
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
