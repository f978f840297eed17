package org.eyrie.lrmf.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eyrie.lrmf.field.NodeEvidence;
import org.eyrie.lrmf.linalg.Bound;
import org.eyrie.lrmf.problem.LineageGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lineage as a field, also where it is so tangled that entries must be cut. */
class SkillFieldTest {

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

    private static double[] solved(SkillField field, double[] evidence, boolean spread) {
        NodeEvidence seen = (u, precision, po, shift, so) -> {
            for (int j = 0; j < D; j++) {
                precision[po + j * (D + 1)] += 0.5;
                shift[so + j] += evidence[u * D + j];
            }
        };
        return field.solve(STRENGTH, seen, spread).mean();
    }

    private static SkillField field(boolean structural, long products) {
        Bound bound = new Bound(Long.MAX_VALUE, products);
        return new SkillField(LineageTerms.of(tangle(), structural), MODELS, D, bound);
    }

    @ParameterizedTest
    @CsvSource({"true, 400", "true, 0", "false, 400", "false, 0"})
    void aCutFieldHasTheSkillsOfTheWholeOne(boolean structural, int products) {
        SkillField whole = field(structural, Long.MAX_VALUE);
        SkillField cut = field(structural, products);
        assertThat(whole.cuts()).isZero();
        assertThat(cut.cuts()).isPositive();
        for (int sweep = 0; sweep < 4; sweep++) { // the first goes without another's posterior
            double[] evidence =
                    new SplittableRandom(sweep).doubles(MODELS * D, -1, 1).toArray();
            double[] exact = solved(whole, evidence, false);
            double[] found = solved(cut, evidence, sweep >= 2);
            for (int k = 0; k < exact.length; k++) {
                assertThat(found[k]).isCloseTo(exact[k], within(1e-7));
            }
        }
    }

    @Test
    void noMoreIsCutThanTheBoundDemands() {
        SkillField usual = new SkillField(LineageTerms.of(tangle(), true), MODELS, D);
        assertThat(usual.cuts()).as("a small tangle is solved whole").isZero();
        int tight = field(true, 4000).cuts();
        int tighter = field(true, 2000).cuts();
        assertThat(tight).isPositive().isLessThan(tighter);
        assertThat(tighter).isLessThan(3 * (MODELS - 10));
    }

    @Test
    void residualsVaryAsTheirTermsSay() {
        // one founder and its child, nothing seen: the prior, whose residuals have the variances of the strengths
        LineageGraph pair = new LineageGraph(2, 1, new int[] {1}, new int[] {0}, new int[1], new double[] {1});
        SkillField field = new SkillField(LineageTerms.of(pair, true), 2, D);
        double[] variances = field.variances(field.solve(STRENGTH, NodeEvidence.NONE, true), 0, field.terms());
        assertThat(variances[0]).isCloseTo(D / STRENGTH[0], within(1e-12));
        assertThat(variances[1]).isCloseTo(D / STRENGTH[1], within(1e-12));
    }

    @Test
    void aStrengthOfZeroTiesNobody() {
        LineageGraph pair = new LineageGraph(2, 1, new int[] {1}, new int[] {0}, new int[1], new double[] {1});
        SkillField field = new SkillField(LineageTerms.of(pair, false), 2, D);
        NodeEvidence first = (u, precision, po, shift, so) -> shift[so] += u == 0 ? 1 : 0;
        double[] mean = field.solve(new double[] {1, 0}, first, false).mean();
        assertThat(mean[0]).isCloseTo(1, within(1e-9));
        assertThat(mean[D]).isCloseTo(0, within(1e-9));
    }
}
