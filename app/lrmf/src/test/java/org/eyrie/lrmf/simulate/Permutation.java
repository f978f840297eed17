package org.eyrie.lrmf.simulate;

import java.util.Arrays;
import java.util.Random;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;

/** Renames models: number u becomes {@code to[u]}. */
@SuppressWarnings("ArrayRecordComponent")
public record Permutation(int[] to) {

    public Permutation(long seed, int models) {
        this(new int[models]);
        Random random = new Random(seed);
        for (int u = 0; u < models; u++) {
            int swap = random.nextInt(u + 1);
            to[u] = to[swap];
            to[swap] = u;
        }
    }

    public static Problem of(Problem problem, int[] to) {
        LineageGraph g = problem.lineage();
        ModelTraits t = problem.traits();
        Observations o = problem.observations();
        int[][] words = new int[to.length][];
        for (int u = 0; u < to.length; u++) {
            words[to[u]] = t.words()[u];
        }
        return new Problem(
                new LineageGraph(
                        g.models(), g.relations(), map(g.child(), to), map(g.parent(), to), g.relation(), g.weight()),
                new ModelTraits(
                        moved(t.architecture(), to),
                        moved(t.type(), to),
                        moved(t.author(), to),
                        moved(t.precision(), to),
                        moved(t.chatTemplate(), to),
                        moved(t.moe(), to),
                        moved(t.parametersBillions(), to),
                        moved(t.uploadedDay(), to),
                        moved(t.series(), to),
                        words),
                new Observations(o.columns(), map(o.model(), to), o.column(), o.score(), o.trials()));
    }

    private static int[] map(int[] indices, int[] to) {
        return Arrays.stream(indices).map(u -> to[u]).toArray();
    }

    private static int[] moved(int[] values, int[] to) {
        int[] result = new int[to.length];
        for (int u = 0; u < to.length; u++) {
            result[to[u]] = values[u];
        }
        return result;
    }

    private static double[] moved(double[] values, int[] to) {
        double[] result = new double[to.length];
        for (int u = 0; u < to.length; u++) {
            result[to[u]] = values[u];
        }
        return result;
    }
}
