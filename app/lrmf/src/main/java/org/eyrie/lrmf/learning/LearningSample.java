package org.eyrie.lrmf.learning;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.eyrie.lrmf.field.Strengths;
import org.eyrie.lrmf.math.RandomStreams;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.prior.SharedDictionary;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.statistics.SharedParameters;

/**
 * Some of many models, to learn from what all share: that takes a dozen posteriors, and what they would say of strengths that
 * rest on hundreds of thousands of models is known to the third digit from some tens of thousands.
 *
 * <p>Measured models are drawn at random, with all their ancestors, so that a path down to one of them is whole; who was left
 * out has nothing below it that was drawn. Columns of few scores keep all of them.
 */
final class LearningSample {

    /** From so many models on it is worth its while; half as many are drawn. */
    static final int WORTHWHILE = 120_000;

    /** Scores of a column that are drawn at least, where it has as many. */
    private static final int LEAST_CELLS = 2_000;

    private LearningSample() {}

    /**
     * Rows of the sample, ascending; it depends on the seed and the rows alone.
     *
     * @param wanted how many measured models
     */
    static int[] members(Problem problem, ObservedCells cells, long seed, int wanted) {
        int[] counts = new int[problem.observations().columns()];
        BitSet drawn = new BitSet(cells.models());
        int measured = 0;
        for (int u : inRandomOrder(cells.models(), seed)) {
            boolean isWanted = measured < wanted && cells.count(u) > 0;
            for (int c = cells.start[u]; c < cells.start[u + 1]; c++) {
                isWanted |= counts[cells.column[c]] < LEAST_CELLS;
            }
            if (isWanted) {
                drawn.set(u);
                measured++;
                for (int c = cells.start[u]; c < cells.start[u + 1]; c++) {
                    counts[cells.column[c]]++;
                }
            }
        }
        addAncestors(problem, drawn);
        return drawn.stream().toArray();
    }

    private static int[] inRandomOrder(int models, long seed) {
        long[] key = new long[models];
        Arrays.setAll(key, u -> RandomStreams.mixed(seed ^ RandomStreams.mixed(u)));
        return IntStream.range(0, models)
                .boxed()
                .sorted(Comparator.comparingLong(u -> key[u]))
                .mapToInt(u -> u)
                .toArray();
    }

    private static void addAncestors(Problem problem, BitSet drawn) {
        int[] child = problem.lineage().child();
        int[] parent = problem.lineage().parent();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (int e = 0; e < child.length; e++) {
                if (drawn.get(child[e]) && !drawn.get(parent[e])) {
                    drawn.set(parent[e]);
                    grew = true;
                }
            }
        }
    }

    /**
     * What was learned, in the numbers of the whole: classes that the sample was too small for take what the nearest of its
     * classes has.
     *
     * @param whole what all of the problem share
     * @param before parameters of the whole, before learning
     * @param of what the sample shares
     */
    static SharedParameters spread(
            SharedDictionary whole, SharedParameters before, SharedDictionary of, SharedParameters learned) {
        int classes = whole.classes().size();
        double[][] covariance = new double[classes][];
        double[][] pull = new double[classes][];
        for (int k = 0; k < classes; k++) {
            int nearest = of.classes().indexOf(whole.classes().list().get(k));
            covariance[k] = learned.strengths().covariance()[nearest].clone();
            pull[k] = learned.strengths().pull()[nearest].clone();
        }
        return new SharedParameters(
                learned.columns(),
                learned.loadings(),
                new Strengths(
                        before.strengths().d(),
                        covariance,
                        pull,
                        before.strengths().drift()));
    }
}
