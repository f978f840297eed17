package org.eyrie.lrmf.trial.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.junit.jupiter.api.Test;

class BiasedFactorisationTest {

    private static final int MODELS = 60;
    private static final int COLUMNS = 40;

    /** Biases and one factor, a cell in four hidden. */
    @Test
    void hiddenCellsFollowFromBiasesAndFactors() {
        Random random = new Random(2);
        double[] skill = random.doubles(MODELS, -1, 1).toArray();
        double[] hardness = random.doubles(COLUMNS, -1, 1).toArray();
        double[] lean = random.doubles(COLUMNS, -0.5, 0.5).toArray();
        int cells = MODELS * COLUMNS;
        int[] model = new int[cells];
        int[] column = new int[cells];
        double[] score = new double[cells];
        double[] trials = new double[cells];
        for (int c = 0; c < cells; c++) {
            model[c] = c / COLUMNS;
            column[c] = c % COLUMNS;
            double logit = skill[model[c]] * (1 + lean[column[c]]) + hardness[column[c]];
            score[c] = Scale.LOGIT.toScore(logit);
            trials[c] = 100;
        }
        Observations all = new Observations(COLUMNS, model, column, score, trials);
        Problem shown = new Problem(
                new LineageGraph(MODELS, 1, new int[0], new int[0], new int[0], new double[0]),
                unknown(),
                all.only(c -> (c / COLUMNS + c % COLUMNS) % 4 != 0));

        LogitTable factors = new BiasedFactors(shown, 2, new SplittableRandom(1));

        double squares = 0;
        int hidden = 0;
        for (int c = 0; c < cells; c++) {
            if ((model[c] + column[c]) % 4 == 0) {
                double off = factors.logit(model[c], column[c]) - Scale.LOGIT.of(score[c]);
                squares += off * off;
                hidden++;
            }
        }
        assertThat(Math.sqrt(squares / hidden)).isCloseTo(0, within(0.1));
    }

    private static ModelTraits unknown() {
        int[] none = new int[MODELS];
        Arrays.fill(none, -1);
        double[] nan = new double[MODELS];
        Arrays.fill(nan, Double.NaN);
        return new ModelTraits(none, none, none, none, none, none, nan, nan);
    }
}
