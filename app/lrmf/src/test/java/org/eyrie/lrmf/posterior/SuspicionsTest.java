package org.eyrie.lrmf.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.lrmf.learning.FitResult;
import org.eyrie.lrmf.learning.LrmfFit;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.SimulatedLineage;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

class SuspicionsTest {

    private static final Problem PROBLEM = new SimulatedLineage(41, 300, 4, 0.9).problem;

    @Test
    void whereTheTermsAreRightDisagreementIsStandardNormal() {
        FamilyPosterior models =
                LrmfFit.fit(PROBLEM, LrmfSettings.DEFAULT, Progress.NONE).models();

        double[] scores = IntStream.range(0, 300)
                .mapToDouble(models::disagreement)
                .filter(z -> !Double.isNaN(z))
                .toArray();

        double mean = IntStream.range(0, scores.length)
                .mapToDouble(k -> scores[k])
                .average()
                .orElseThrow();
        double square = IntStream.range(0, scores.length)
                .mapToDouble(k -> scores[k] * scores[k])
                .average()
                .orElseThrow();
        assertThat(scores).hasSizeGreaterThan(200);
        assertThat(mean).isBetween(-0.3, 0.3);
        assertThat(square - mean * mean).isBetween(0.6, 1.4);
    }

    @Test
    void aWrongParentIsFoundAndTheChildsPredictionIsBetterWithoutIt() {
        FitResult fit = LrmfFit.fit(PROBLEM, LrmfSettings.DEFAULT, Progress.NONE);
        int edge = worstSwap(fit.models());
        Problem wrong =
                withParent(edge, farthest(fit.models(), PROBLEM.lineage().child()[edge]));
        int child = PROBLEM.lineage().child()[edge];

        FamilyPosterior family = fit.shared().solve(wrong);
        List<SuspiciousLink> links = Suspicions.of(wrong, family, 3, 10);

        assertThat(links).anySatisfy(link -> {
            assertThat(link.child()).isEqualTo(child);
            assertThat(link.parent()).isEqualTo(wrong.lineage().parent()[edge]);
            assertThat(link.without()).isLessThan(link.disagreement());
        });
        SuspiciousLink found =
                links.stream().filter(link -> link.child() == child).findFirst().orElseThrow();
        CellPrediction truth = family.predict(child, 0, LeaveOut.NOTHING, 0.9);
        assertThat(Math.abs(found.expectedWithout()[0] - truth.mean()))
                .isLessThan(Math.abs(found.expected()[0] - truth.mean()));
    }

    @Test
    void nothingMeasuredArousesNoSuspicion() {
        boolean[] hidden = new boolean[300];
        java.util.Arrays.fill(hidden, 1, 300, true);
        Problem bare = SimulatedLineage.without(PROBLEM, hidden);
        FitResult fit = LrmfFit.fit(PROBLEM, LrmfSettings.DEFAULT, Progress.NONE);

        assertThat(Suspicions.of(bare, fit.shared().solve(bare), 0, 100)).isEmpty();
    }

    /** A derivation of a measured model with one parent. */
    private static int worstSwap(FamilyPosterior models) {
        int[] child = PROBLEM.lineage().child();
        return IntStream.range(0, child.length)
                .filter(e -> models.ownScores(child[e]) == 4)
                .filter(e -> IntStream.of(child).filter(c -> c == child[e]).count() == 1)
                .filter(e -> IntStream.of(PROBLEM.lineage().parent()).noneMatch(p -> p == child[e]))
                .findFirst()
                .orElseThrow();
    }

    private static int farthest(FamilyPosterior models, int child) {
        double own = models.predict(child, 0, LeaveOut.NOTHING, 0.9).mean();
        return IntStream.range(0, 300)
                .filter(u -> u != child && models.ownScores(u) == 4)
                .boxed()
                .max(java.util.Comparator.comparingDouble(u ->
                        Math.abs(models.predict(u, 0, LeaveOut.NOTHING, 0.9).mean() - own)))
                .orElseThrow();
    }

    private static Problem withParent(int edge, int parent) {
        LineageGraph all = PROBLEM.lineage();
        int[] parents = all.parent().clone();
        parents[edge] = parent;
        return new Problem(
                new LineageGraph(all.models(), all.relations(), all.child(), parents, all.relation(), all.weight()),
                PROBLEM.traits(),
                PROBLEM.observations());
    }
}
