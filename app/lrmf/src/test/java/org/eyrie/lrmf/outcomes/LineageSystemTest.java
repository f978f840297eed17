package org.eyrie.lrmf.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eyrie.lrmf.linalg.Bound;
import org.eyrie.lrmf.problem.LineageGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lineage so tangled that entries must be cut. */
class LineageSystemTest {

    private static final int MODELS = 120;
    private static final int D = 2;
    private static final double[] STRENGTH = {1, 30};

    /** Nearly every model is merged from three others drawn at random. */
    private static LineageGraph tangle() {
        SplittableRandom random = new SplittableRandom(4);
        int[] child = new int[3 * (MODELS - 10)];
        int[] parent = new int[child.length];
        for (int e = 0; e < child.length; e++) {
            child[e] = 10 + e / 3;
            parent[e] = random.nextInt(child[e]);
        }
        double[] weight = new double[child.length];
        Arrays.fill(weight, Double.NaN);
        return new LineageGraph(MODELS, 1, child, parent, new int[child.length], weight);
    }

    private static double[] solved(LineageSystem system, double[] evidence) {
        system.clear();
        for (int u = 0; u < MODELS; u++) {
            for (int j = 0; j < D; j++) {
                system.matrix.diagonal()[system.matrix.diagonalOffset(u) + j * (D + 1)] += 0.5;
                system.right[u * D + j] += evidence[u * D + j];
            }
        }
        system.addTerms(STRENGTH, new double[MODELS * D]);
        system.solve();
        return system.right.clone();
    }

    @ParameterizedTest
    @CsvSource({"true, 400", "true, 0", "false, 400", "false, 0"})
    void aCutSystemHasTheSolutionOfTheWholeOne(boolean structural, int products) {
        LineageTerms terms = LineageTerms.of(tangle(), structural);
        LineageSystem whole = new LineageSystem(terms, D, Bound.NONE);
        LineageSystem cut = new LineageSystem(terms, D, new Bound(Long.MAX_VALUE, products));
        assertThat(whole.cut.cuts()).isZero();
        assertThat(cut.cut.cuts()).isPositive();
        double[] evidence = new SplittableRandom(9).doubles(MODELS * D, -1, 1).toArray();
        double[] exact = solved(whole, evidence);
        double[] found = solved(cut, evidence);
        for (int k = 0; k < exact.length; k++) {
            assertThat(found[k]).isCloseTo(exact[k], within(1e-8));
        }
    }

    @Test
    void noMoreIsCutThanTheBoundDemands() {
        LineageTerms terms = LineageTerms.of(tangle(), true);
        LineageCut usual = LineageCut.of(terms, Bound.usual(MODELS, D));
        assertThat(usual.cuts()).as("a small tangle is solved whole").isZero();
        LineageCut tight = LineageCut.of(terms, new Bound(Long.MAX_VALUE, 400));
        LineageCut tighter = LineageCut.of(terms, new Bound(Long.MAX_VALUE, 40));
        assertThat(tight.cuts()).isLessThan(tighter.cuts());
        assertThat(tighter.cuts()).isLessThan(terms.node.length - terms.size());
    }
}
