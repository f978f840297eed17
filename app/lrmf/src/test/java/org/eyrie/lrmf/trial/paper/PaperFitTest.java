package org.eyrie.lrmf.trial.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperFitTest {

    private static final int MODELS = 30;
    private static final int COLUMNS = 8;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 1, 100, 1e6})
    void theObjectiveNeverRises(double kinship) {
        List<Double> trace = fit(new PaperSettings(3, kinship, 0.1, 0, 60, 5)).trace();

        for (int k = 1; k < trace.size(); k++) {
            assertThat(trace.get(k)).isLessThanOrEqualTo(trace.get(k - 1) + 1e-9);
        }
    }

    @Test
    void overwhelmingKinshipMakesAChildPredictLikeItsParent() {
        Factorization fit = fit(new PaperSettings(3, 1e8, 0.1, 1e-10, 100, 5));

        for (int u = 1; u < MODELS; u++) {
            assertThat(fit.score(u, 2)).isCloseTo(fit.score(u / 2, 2), within(1e-4));
        }
    }

    @Test
    void withoutKinshipTheLineageDoesNotMatter() {
        PaperSettings plain = new PaperSettings(3, 0, 0.1, 1e-8, 100, 5);
        LineageGraph none = new LineageGraph(MODELS, 1, new int[0], new int[0], new int[0], new double[0]);

        Factorization one = fit(plain);
        Factorization two = PaperFit.fit(none, observations(), plain, Progress.NONE);

        assertThat(two.models()).containsExactly(one.models(), within(1e-12));
    }

    @Test
    void theGradientIsNearZeroWhereConvergenceIsClaimed() {
        PaperSettings settings = new PaperSettings(2, 1, 0.5, 1e-13, 5000, 5);
        Factorization fit = fit(settings);
        org.eyrie.lrmf.field.Laplacian laplacian = org.eyrie.lrmf.field.Laplacian.of(
                MODELS, lineage().child(), lineage().parent(), ones(MODELS - 1));
        Objective objective = new Objective(observations(), laplacian, settings);

        assertThat(fit.stopReason()).isEqualTo(StopReason.CONVERGED);
        for (int k = 0; k < MODELS * 2; k++) {
            double[] up = fit.models().clone();
            double[] down = fit.models().clone();
            up[k] += 1e-5;
            down[k] -= 1e-5;
            double slope = (objective.at(up, fit.columns(), fit.intercept())
                            - objective.at(down, fit.columns(), fit.intercept()))
                    / 2e-5;
            assertThat(slope).isCloseTo(0, within(1e-3));
        }
    }

    @Test
    void equalSeedsGiveEqualFits() {
        assertThat(fit(PaperSettings.DEFAULT).models())
                .isEqualTo(fit(PaperSettings.DEFAULT).models());
    }

    @Test
    void itCanBeCancelled() {
        AtomicLong sweeps = new AtomicLong();
        Progress progress = Progress.of((step, done, total) -> sweeps.set(done), () -> sweeps.get() >= 2);

        Factorization fit = PaperFit.fit(lineage(), observations(), PaperSettings.DEFAULT, progress);

        assertThat(fit.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(fit.trace()).hasSize(3);
    }

    private static Factorization fit(PaperSettings settings) {
        return PaperFit.fit(lineage(), observations(), settings, Progress.NONE);
    }

    private static LineageGraph lineage() {
        int[] child = new int[MODELS - 1];
        int[] parent = new int[MODELS - 1];
        Arrays.setAll(child, e -> e + 1);
        Arrays.setAll(parent, e -> (e + 1) / 2);
        return new LineageGraph(MODELS, 1, child, parent, new int[MODELS - 1], ones(MODELS - 1));
    }

    private static Observations observations() {
        Random random = new Random(3);
        int cells = MODELS * COLUMNS / 2;
        int[] model = new int[cells];
        int[] column = new int[cells];
        for (int c = 0; c < cells; c++) {
            model[c] = 2 * c / COLUMNS;
            column[c] = 2 * c % COLUMNS;
        }
        return new Observations(COLUMNS, model, column, random.doubles(cells).toArray(), ones(cells));
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
