package org.eyrie.lrmf.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class ColumnBeliefTest {

    private static final double NOISE = 0.2;

    private final Random random = new Random(3);
    private static final double[] PRIOR_PRECISION = {2, 3, 0.5};

    private final double[][] numbers = new double[7][];
    private final double[] logits = new double[7];

    ColumnBeliefTest() {
        for (int u = 0; u < 7; u++) {
            numbers[u] = new double[] {random.nextGaussian(), random.nextGaussian(), 1};
            logits[u] = random.nextGaussian();
        }
    }

    /** Bayesian regression on the first cells, the models' numbers being known. */
    private ColumnBelief learned(int cells) {
        DMatrixRMaj precision = CommonOps_DDRM.diag(PRIOR_PRECISION);
        DMatrixRMaj right = new DMatrixRMaj(3, 1);
        for (int u = 0; u < cells; u++) {
            DMatrixRMaj m = new DMatrixRMaj(3, 1, true, numbers[u].clone());
            CommonOps_DDRM.multAddTransB(1 / NOISE, m, m, precision);
            CommonOps_DDRM.addEquals(right, logits[u] / NOISE, m);
        }
        DMatrixRMaj covariance = new DMatrixRMaj(3, 3);
        CommonOps_DDRM.invert(precision, covariance);
        DMatrixRMaj mean = new DMatrixRMaj(3, 1);
        CommonOps_DDRM.mult(covariance, right, mean);
        return new ColumnBelief(mean.getData(), covariance.getData(), NOISE, false, cells);
    }

    private static ColumnBelief without(ColumnBelief belief, double logit, double[] m, double[] block) {
        return belief.without(logit, 1, m, block);
    }

    @Test
    void withoutACellAColumnIsWhatItWouldHaveBeenWithoutIt() {
        double[] last = {numbers[6][0], numbers[6][1]};

        ColumnBelief found = without(learned(7), logits[6], last, new double[4]);

        ColumnBelief expected = learned(6);
        assertThat(found.mean()).containsExactly(expected.mean(), within(1e-9));
        assertThat(found.covariance()).containsExactly(expected.covariance(), within(1e-9));
        assertThat(found.cells()).isEqualTo(6);
    }

    @Test
    void theVarianceOfALogitIsThatOfTheProductOfTwoNormals() {
        ColumnBelief belief = learned(4);
        double[] m = {0.4, -0.3};
        double[] block = {0.3, 0.1, 0.1, 0.2};
        double sum = 0;
        double squares = 0;
        int draws = 400_000;
        double[][] lower = cholesky(belief.covariance(), 3);
        double[][] lowerBlock = cholesky(block, 2);
        for (int k = 0; k < draws; k++) {
            double[] x = draw(belief.mean(), lower);
            double[] u = draw(m, lowerBlock);
            double logit = x[0] * u[0] + x[1] * u[1] + x[2];
            sum += logit;
            squares += logit * logit;
        }
        double mean = sum / draws;

        assertThat(belief.logit(m)).isCloseTo(mean, within(0.01));
        assertThat(belief.variance(m, block)).isCloseTo(squares / draws - mean * mean, within(0.01));
    }

    private double[] draw(double[] mean, double[][] lower) {
        double[] normal = random.doubles(mean.length)
                .map(ignored -> random.nextGaussian())
                .toArray();
        double[] drawn = mean.clone();
        for (int r = 0; r < drawn.length; r++) {
            for (int c = 0; c <= r; c++) {
                drawn[r] += lower[r][c] * normal[c];
            }
        }
        return drawn;
    }

    private static double[][] cholesky(double[] a, int n) {
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
            }
        }
        return l;
    }

    @Test
    void aCellTheColumnNeverSawLeavesItStanding() {
        ColumnBelief found = without(learned(1), 5, new double[] {30, -20}, new double[4]);

        assertThat(found.mean()).doesNotContain(Double.NaN);
        assertThat(found.variance(new double[] {1, 1}, new double[4])).isPositive();
    }

    @Test
    void aColumnThatIsANumberOfTheModelsStaysAsItIs() {
        ColumnBelief own = new ColumnBelief(new double[] {1, 0, 0.3}, new double[9], NOISE, true, 40);

        assertThat(without(own, 2, new double[] {1, 1}, new double[4])).isSameAs(own);
    }
}
