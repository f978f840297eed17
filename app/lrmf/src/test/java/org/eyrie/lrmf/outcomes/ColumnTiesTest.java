package org.eyrie.lrmf.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eyrie.lrmf.math.Logistic;
import org.eyrie.lrmf.problem.LineageGraph;
import org.junit.jupiter.api.Test;

/** The item Laplacian: none, a star per group, nearest neighbours. */
class ColumnTiesTest {

    private static final int MODELS = 60;
    private static final int ITEMS = 240;
    private static final int TOPICS = 12;

    private final SplittableRandom random = new SplittableRandom(3);
    private final double[][] probability = new double[MODELS][ITEMS];
    private final float[][] embedding = new float[ITEMS][TOPICS];
    private final float[][] nonsense = new float[ITEMS][TOPICS];
    private final OutcomeTable few = world();

    /** Items of a topic are alike, embeddings tell topics roughly, and each item was seen by a few models only. */
    private OutcomeTable world() {
        double[][] topic = new double[TOPICS][3];
        for (double[] each : topic) {
            for (int k = 0; k < 3; k++) {
                each[k] = 1.5 * random.nextGaussian();
            }
        }
        double[][] skill = new double[MODELS][2];
        for (double[] each : skill) {
            each[0] = random.nextGaussian();
            each[1] = random.nextGaussian();
        }
        int[] row = new int[MODELS * ITEMS];
        int[] column = new int[row.length];
        byte[] success = new byte[row.length];
        int cells = 0;
        for (int i = 0; i < ITEMS; i++) {
            int of = i % TOPICS;
            double[] own = topic[of].clone();
            for (int k = 0; k < 3; k++) {
                own[k] += 0.3 * random.nextGaussian();
            }
            for (int k = 0; k < TOPICS; k++) {
                embedding[i][k] = (float) ((k == of ? 1 : 0) + 0.1 * random.nextGaussian());
                nonsense[i][k] = (float) random.nextGaussian();
            }
            for (int u = 0; u < MODELS; u++) {
                double logit = own[0] * skill[u][0] + own[1] * skill[u][1] + own[2];
                probability[u][i] = Logistic.of(logit);
                if (random.nextDouble() < 0.12) {
                    row[cells] = u;
                    column[cells] = i;
                    success[cells++] = (byte) (random.nextDouble() < probability[u][i] ? 1 : 0);
                }
            }
        }
        return OutcomeTable.of(
                MODELS, ITEMS, Arrays.copyOf(row, cells), Arrays.copyOf(column, cells), Arrays.copyOf(success, cells));
    }

    private OutcomeModel fit(ColumnTies ties) {
        LineageGraph strangers = new LineageGraph(MODELS, 1, new int[0], new int[0], new int[0], new double[0]);
        OutcomeProblem problem = new OutcomeProblem(strangers, few, ties, Covariates.NONE);
        return OutcomeFit.fit(problem, OutcomeSettings.learned(2, 1), RunContext.of(2));
    }

    private double error(OutcomeModel model) {
        double sum = 0;
        for (int u = 0; u < MODELS; u++) {
            for (int i = 0; i < ITEMS; i++) {
                double apart = model.probability(u, i) - probability[u][i];
                sum += apart * apart;
            }
        }
        return sum / (MODELS * ITEMS);
    }

    private ColumnTies neighbours(float[][] of) {
        return ColumnTies.ofGroups(new int[ITEMS], 1).withNeighbours(NearestNeighbours.of(of, new int[ITEMS], 8));
    }

    @Test
    void likeItemsInformEachOtherSoFarAsTheyAreAlike() {
        double star = error(fit(ColumnTies.ofGroups(new int[ITEMS], 1)));
        OutcomeModel near = fit(neighbours(embedding));
        assertThat(error(near)).isLessThan(0.85 * star);
        assertThat(near.likeness()).isGreaterThan(0.3);
    }

    @Test
    void neighboursThatHaveNothingInCommonArePaidNoAttention() {
        OutcomeModel model = fit(neighbours(nonsense));
        assertThat(model.likeness()).isLessThan(0.2);
        assertThat(error(model)).isLessThan(1.05 * error(fit(ColumnTies.ofGroups(new int[ITEMS], 1))));
    }

    @Test
    void theSubtaskIsAGroupToo() {
        int[] topic = new int[ITEMS];
        Arrays.setAll(topic, i -> i % TOPICS);
        assertThat(error(fit(ColumnTies.ofGroups(topic, TOPICS))))
                .isLessThan(error(fit(ColumnTies.ofGroups(new int[ITEMS], 1))));
    }

    @Test
    void neighboursAreMutualOfTheSameGroupAndNeverTheItemItself() {
        int[] group = new int[ITEMS];
        Arrays.setAll(group, i -> i % 2);
        float[][] partly = embedding.clone();
        partly[0] = new float[0];
        int[][] near = NearestNeighbours.of(partly, group, 5);
        assertThat(near[0]).isEmpty();
        for (int i = 1; i < ITEMS; i++) {
            assertThat(near[i])
                    .hasSizeGreaterThanOrEqualTo(5)
                    .doesNotContain(i, 0)
                    .doesNotHaveDuplicates();
            for (int j : near[i]) {
                assertThat(group[j]).isEqualTo(group[i]);
                assertThat(near[j]).contains(i);
            }
        }
    }

    @Test
    void embeddingsOfDifferentLengthsAreRefused() {
        float[][] mixed = {new float[] {1, 2}, new float[] {1}};
        assertThatThrownBy(() -> NearestNeighbours.of(mixed, new int[2], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("differ in length");
    }
}
