package org.eyrie.lrmf.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.eyrie.lrmf.linalg.Bound;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

/** A field that passes its bound: what is still exact, what is not, and that it ends. */
class CutFieldTest {

    private static final int D = 2;
    private static final Strengths STRENGTHS = new Strengths(
            D, new double[][] {{1, 0.3, 0.3, 0.5}, {0.2, -0.1, -0.1, 0.4}}, new double[2][0], new double[0]);

    @Property(tries = 60)
    void meansAreThoseOfTheWholeFieldHoweverMuchIsCut(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 40) int nodes,
            @ForAll @IntRange(max = 60) int products) {
        PenaltyTerms terms = random(seed, nodes);
        NodeEvidence evidence = evidence(seed);
        FieldPosterior exact = solved(terms, nodes, evidence, Bound.NONE);

        FieldPosterior cut = solved(terms, nodes, evidence, new Bound(Long.MAX_VALUE, products));

        for (int i = 0; i < nodes * D; i++) {
            assertThat(cut.mean()[i]).isCloseTo(exact.mean()[i], within(1e-6));
        }
    }

    @Property(tries = 30)
    void influencesAreThoseOfTheWholeField(@ForAll long seed, @ForAll @IntRange(min = 3, max = 25) int nodes) {
        PenaltyTerms terms = random(seed, nodes);
        NodeEvidence evidence = evidence(seed);
        double[] direction = {1, -0.5};

        double[] exact = solved(terms, nodes, evidence, Bound.NONE).influence(nodes / 2, direction);
        double[] cut = solved(terms, nodes, evidence, new Bound(3, 3)).influence(nodes / 2, direction);

        for (int i = 0; i < nodes * D; i++) {
            assertThat(cut[i]).isCloseTo(exact[i], within(1e-6));
        }
    }

    @Property(tries = 30)
    void aBoundThatIsNotMetChangesNoDigit(@ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int nodes) {
        PenaltyTerms terms = random(seed, nodes);
        NodeEvidence evidence = evidence(seed);
        FieldPosterior exact = solved(terms, nodes, evidence, Bound.NONE);
        long blocks = exact.system().symbolic().blocks();
        long products = exact.system().symbolic().products();

        FieldPosterior bounded = solved(terms, nodes, evidence, new Bound(blocks, products));

        assertThat(bounded.system().cuts()).isZero();
        assertThat(bounded.mean()).isEqualTo(exact.mean());
        assertThat(bounded.covariance().diagonal()).isEqualTo(exact.covariance().diagonal());
    }

    @Property(tries = 40)
    void noNodeIsMuchSurerThanItMayBe(@ForAll long seed, @ForAll @IntRange(min = 2, max = 20) int nodes) {
        PenaltyTerms terms = random(seed, nodes);
        FieldPosterior exact = solved(terms, nodes, evidence(seed), Bound.NONE);
        FieldPosterior cut = solved(terms, nodes, evidence(seed), new Bound(0, 0));
        double[] one = new double[D * D];
        double[] two = new double[D * D];

        for (int u = 0; u < nodes; u++) {
            exact.covariance().read(u, u, one, 0);
            cut.covariance().read(u, u, two, 0);
            for (int i = 0; i < D; i++) { // copies of two parents count as independent, the parents seldom are
                assertThat(two[i * D + i]).isGreaterThan(0.7 * one[i * D + i]);
            }
        }
    }

    @Test
    void whoeverHearsOfAParentThroughACopyIsAsUnsureOfIt() {
        PenaltyTerms terms = new PenaltyTerms.Builder(2, 0)
                .term(0, 1)
                .add(0, 1)
                .term(1, 1)
                .add(1, 1)
                .add(0, -1)
                .build();
        NodeEvidence onTheParent = (node, precision, po, shift, so) -> precision[po] += node == 0 ? 3 : 0;

        FieldPosterior exact = solved(terms, 2, onTheParent, Bound.NONE);
        FieldPosterior cut = solved(terms, 2, onTheParent, new Bound(0, 0));

        assertThat(cut.system().cuts()).isEqualTo(1);
        double[] one = new double[D * D];
        double[] two = new double[D * D];
        exact.covariance().read(1, 1, one, 0);
        cut.covariance().read(1, 1, two, 0);
        assertThat(two).containsExactly(one, within(1e-12));
    }

    @Test
    void aTangleOfManyNodesIsCutToItsBoundInTime() {
        int nodes = 10_000;
        PenaltyTerms terms = random(7, nodes);
        Bound bound = Bound.usual(nodes, D);

        FieldStructure system =
                assertTimeout(Duration.ofMinutes(2), () -> FieldStructure.whole(terms, nodes, nodes, D, bound));

        assertThat(system.cuts()).isPositive().isLessThan(terms.entries());
        assertThat((long) system.symbolic().blocks()).isLessThanOrEqualTo(bound.blocks());
        assertThat(system.symbolic().products()).isLessThanOrEqualTo(bound.products());
    }

    @Test
    void aSolveCanBeGivenUp() {
        PenaltyTerms terms = random(3, 200);
        FieldStructure system = FieldStructure.whole(terms, 200, 200, D, new Bound(50, 50));

        assertThatThrownBy(() -> new FieldSolver(system, Progress.of((step, done, total) -> {}, () -> true))
                        .solve(STRENGTHS, evidence(3), null))
                .isInstanceOf(CancelledException.class);
    }

    private static FieldPosterior solved(PenaltyTerms terms, int nodes, NodeEvidence evidence, Bound bound) {
        return new FieldSolver(FieldStructure.whole(terms, nodes, nodes, D, bound))
                .solve(STRENGTHS, evidence, null)
                .orElseThrow();
    }

    /** Every node has a term of its own on up to three earlier nodes. */
    private static PenaltyTerms random(long seed, int nodes) {
        Random random = new Random(seed);
        PenaltyTerms.Builder terms = new PenaltyTerms.Builder(2, 0);
        for (int u = 0; u < nodes; u++) {
            terms.term(u == 0 ? 0 : 1, 1).add(u, 1);
            for (int k = 0; k < Math.min(u, 3); k++) {
                terms.add(random.nextInt(u), -0.3, random.nextInt(3));
            }
        }
        return terms.build();
    }

    private static NodeEvidence evidence(long seed) {
        return (node, precision, po, shift, so) -> {
            if (node % 3 != 1) {
                Random random = new Random(seed + node);
                for (int i = 0; i < D; i++) {
                    precision[po + i * D + i] += 1.5;
                    shift[so + i] += 4 * random.nextDouble() - 2;
                }
            }
        };
    }
}
