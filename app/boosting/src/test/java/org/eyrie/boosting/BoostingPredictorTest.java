package org.eyrie.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.protocol.Estimates;
import org.eyrie.lrmf.trial.protocol.Fitted;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BoostingPredictorTest {

    private static final int MODELS = 400;

    @BeforeAll
    static void needsTheNativeLibrary() {
        try {
            NativeLibrary.load();
        } catch (IllegalStateException e) {
            System.out.println("Skipped: " + e.getMessage());
            Assumptions.abort(e.getMessage());
        }
    }

    /** Every fifth model asked for, in all columns but the first {@code shown}. */
    private static int[] askedCells(Problem problem, int shown) {
        Observations cells = problem.observations();
        return IntStream.range(0, cells.cells())
                .filter(c -> cells.model()[c] % 5 == 0 && cells.column()[c] >= shown)
                .toArray();
    }

    private static Estimates predict(Crowd crowd, int[] asked, double level) {
        boolean[] hidden = new boolean[crowd.problem.observations().cells()];
        Arrays.stream(asked).forEach(c -> hidden[c] = true);
        Fitted fitted = BoostingPredictor.of(crowd.models, 1).fit(crowd.problem.without(c -> hidden[c]), Progress.NONE);
        Observations cells = crowd.problem.observations();
        return fitted.predict(
                Arrays.stream(asked).map(c -> cells.model()[c]).toArray(),
                Arrays.stream(asked).map(c -> cells.column()[c]).toArray(),
                level);
    }

    private static double rmse(Crowd crowd, int[] asked, Estimates estimates) {
        double[] score = crowd.problem.observations().score();
        return Math.sqrt(IntStream.range(0, asked.length)
                .mapToDouble(k -> Math.pow(estimates.mean()[k] - score[asked[k]], 2))
                .average()
                .orElseThrow());
    }

    /** A mean that leaves one member out falls as that member rises: trees that saw it would look surer than they are. */
    @Test
    void whereThereIsOnlyLuckNobodyIsSurerThanThat() {
        Crowd crowd = new Crowd(MODELS, 0, 0, 0.08, 3);
        int[] asked = askedCells(crowd.problem, 0);
        Estimates estimates = predict(crowd, asked, 0.9);
        double[] score = crowd.problem.observations().score();
        double held = IntStream.range(0, asked.length)
                        .filter(k -> estimates.lower()[k] <= score[asked[k]]
                                && score[asked[k]] <= estimates.upper()[k])
                        .count()
                / (double) asked.length;
        assertThat(held).isBetween(0.84, 0.95);
        assertThat(rmse(crowd, asked, estimates)).isCloseTo(0.08, within(0.012));
    }

    @Test
    void namesTellWhatNothingElseDoes() {
        Crowd crowd = new Crowd(MODELS, 0.2, 0, 0.03, 4);
        int[] asked = askedCells(crowd.problem, 0);
        assertThat(rmse(crowd, asked, predict(crowd, asked, 0.9))).isLessThan(0.05);
    }

    @Test
    void otherScoresOfAModelAreUsedWhereTheyAreKnown() {
        Crowd crowd = new Crowd(MODELS, 0, 0.15, 0.02, 5);
        int[] none = askedCells(crowd.problem, 0);
        int[] one = askedCells(crowd.problem, 1);
        double cold = rmse(crowd, none, predict(crowd, none, 0.9));
        double shown = rmse(crowd, one, predict(crowd, one, 0.9));
        assertThat(cold).isGreaterThan(0.12);
        assertThat(shown).isLessThan(0.05);
    }

    @Test
    void theFutureIsPredictedFromThePast() {
        Crowd crowd = new Crowd(MODELS, 0.2, 0, 0.03, 6);
        Observations cells = crowd.problem.observations();
        int[] asked = IntStream.range(0, cells.cells())
                .filter(c -> cells.model()[c] >= MODELS * 3 / 4)
                .toArray();
        assertThat(rmse(crowd, asked, predict(crowd, asked, 0.9))).isLessThan(0.06);
    }

    @Test
    void equalSeedsGiveEqualPredictionsAndWiderIntervalsHoldNarrowerOnes() {
        Crowd crowd = new Crowd(120, 0.2, 0.05, 0.03, 7);
        int[] asked = askedCells(crowd.problem, 0);
        Estimates wide = predict(crowd, asked, 0.9);
        Estimates narrow = predict(crowd, asked, 0.5);
        assertThat(wide.mean()).isEqualTo(narrow.mean());
        for (int k = 0; k < asked.length; k++) {
            assertThat(wide.lower()[k]).isLessThanOrEqualTo(narrow.lower()[k]);
            assertThat(wide.upper()[k]).isGreaterThanOrEqualTo(narrow.upper()[k]);
        }
    }

    @Test
    void aColumnOfAFewModelsIsPredictedByItsMean() {
        Crowd crowd = new Crowd(12, 0.1, 0, 0.02, 8);
        int[] asked = {0};
        Observations cells = crowd.problem.observations();
        double others = IntStream.range(1, 12)
                .mapToDouble(u -> cells.score()[u * Crowd.COLUMNS])
                .average()
                .orElseThrow();
        assertThat(predict(crowd, asked, 0.9).mean()[0]).isCloseTo(others, within(1e-12));
    }
}
