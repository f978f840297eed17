package org.eyrie.lrmf.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.posterior.LeaveOut;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.prior.FixedEffect;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

/** Merges by two methods, one of which adds something; of some merges nobody knows the method. */
class MergeMethodTest {

    private static final int FAMILIES = 20;
    private static final int PARENTS = 4;
    private static final int MERGES = 8;
    private static final int SIZE = PARENTS + MERGES;
    private static final int COLUMNS = 2;

    private static final int SLERP = 0;
    private static final int TIES = 1;

    /**
     * The last two merges of each family have the same parents and no score; they are of different methods.
     *
     * @param gain what TIES adds to the parents' mean, in logits
     * @param known whether methods are
     */
    private static Problem merges(double gain, boolean known) {
        Random random = new Random(8);
        int models = FAMILIES * SIZE;
        int[] child = new int[FAMILIES * MERGES * 2];
        int[] parent = new int[child.length];
        int[] method = new int[models];
        Arrays.fill(method, -1);
        double[][] skill = new double[models][COLUMNS];
        int edge = 0;
        for (int u = 0; u < models; u++) {
            int k = u % SIZE;
            int first = u - k;
            if (k < PARENTS) {
                for (int i = 0; i < COLUMNS; i++) {
                    skill[u][i] = 0.5 * random.nextGaussian();
                }
                continue;
            }
            int one = first + k % PARENTS;
            int other = first + (k + 1) % PARENTS;
            if (k == SIZE - 1) { // the twin of the one before it
                one = first + (k - 1) % PARENTS;
                other = first + k % PARENTS;
            }
            int how = k % 2 == 0 ? SLERP : TIES;
            method[u] = known ? how : -1;
            for (int i = 0; i < COLUMNS; i++) {
                skill[u][i] =
                        (skill[one][i] + skill[other][i]) / 2 + (how == TIES ? gain : 0) + 0.1 * random.nextGaussian();
            }
            for (int p : new int[] {one, other}) {
                child[edge] = u;
                parent[edge++] = p;
            }
        }
        double[] nan = new double[models];
        Arrays.fill(nan, Double.NaN);
        double[] weight = new double[edge];
        Arrays.fill(weight, Double.NaN);
        int[] unknown = new int[models];
        Arrays.fill(unknown, -1);
        ScoreScale scale = new ScoreScale(LrmfSettings.DEFAULT.margin());
        int[] model = IntStream.range(0, models)
                .filter(u -> u % SIZE < SIZE - 2)
                .flatMap(u -> IntStream.generate(() -> u).limit(COLUMNS))
                .toArray();
        int[] column = IntStream.range(0, model.length).map(c -> c % COLUMNS).toArray();
        double[] score = IntStream.range(0, model.length)
                .mapToDouble(c -> scale.score(skill[model[c]][column[c]] + 0.05 * random.nextGaussian()))
                .toArray();
        double[] trials = new double[model.length];
        Arrays.fill(trials, 500);
        return new Problem(
                new LineageGraph(models, 1, child, parent, new int[edge], weight),
                new ModelTraits(
                        new int[models],
                        unknown,
                        unknown,
                        unknown,
                        unknown,
                        unknown,
                        nan,
                        nan,
                        unknown,
                        method,
                        new int[models][0]),
                new Observations(COLUMNS, model, column, score, trials));
    }

    /** Mean difference of the unmeasured twins, TIES less SLERP, in logits. */
    private static double difference(double gain, boolean known) {
        FamilyPosterior models = LrmfFit.fit(merges(gain, known), LrmfSettings.DEFAULT, Progress.NONE)
                .models();
        double sum = 0;
        for (int family = 0; family < FAMILIES; family++) {
            int last = (family + 1) * SIZE - 1;
            for (int i = 0; i < COLUMNS; i++) {
                sum += models.predict(last, i, LeaveOut.NOTHING, 0.9).logitMean()
                        - models.predict(last - 1, i, LeaveOut.NOTHING, 0.9).logitMean();
            }
        }
        return sum / (FAMILIES * COLUMNS);
    }

    @Test
    void whatAMethodAddsIsLearned() {
        assertThat(difference(0.3, true)).isBetween(0.2, 0.35);
        assertThat(difference(-0.3, true)).isBetween(-0.35, -0.2);
    }

    @Test
    void whereMethodsDoNotDifferOrAreUnknownNothingIs() {
        assertThat(Math.abs(difference(0, true))).isLessThan(0.04);
        assertThat(Math.abs(difference(0.3, false))).isLessThan(1e-9);
    }

    @Test
    void anExplanationNamesIt() {
        FamilyPosterior models = LrmfFit.fit(merges(0.3, true), LrmfSettings.DEFAULT, Progress.NONE)
                .models();
        assertThat(models.explain(SIZE - 1, 0, LeaveOut.NOTHING).drifts()).anySatisfy(part -> {
            assertThat(part.drift().kind()).isEqualTo(FixedEffect.Kind.METHOD);
            assertThat(part.drift().category()).isEqualTo(TIES);
            assertThat(part.logit()).isPositive();
        });
    }
}
