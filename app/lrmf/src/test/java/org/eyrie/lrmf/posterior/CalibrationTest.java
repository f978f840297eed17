package org.eyrie.lrmf.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void withoutResidualsTheNormalDistributionStandsIn() {
        Calibration calibration = Calibration.of(new boolean[] {true}, empty(1), List.of());

        assertThat(calibration.quantile(EvidenceKind.DERIVED, 0, 0.95)).isCloseTo(1.645, within(0.03));
        assertThat(calibration.quantile(EvidenceKind.MANY, 0, 0.05)).isCloseTo(-1.645, within(0.03));
    }

    @Test
    void manyResidualsDecideTheirOwnQuantiles() {
        double[][] residuals = empty(2);
        residuals[EvidenceKind.FEW.code() * 2 + 1] =
                new Random(1).doubles(20_000, -3, 3).toArray();

        Calibration calibration = Calibration.of(new boolean[] {true, true}, residuals, List.of());

        assertThat(calibration.quantile(EvidenceKind.FEW, 1, 0.95)).isCloseTo(2.7, within(0.05));
        assertThat(calibration.quantile(EvidenceKind.FEW, 1, 0.05)).isCloseTo(-2.7, within(0.05));
    }

    @Test
    void theFutureIsNeverEasierThanWhatWasLeftOut() {
        double[][] residuals = empty(1);
        residuals[EvidenceKind.DERIVED.code()] =
                new Random(1).doubles(5_000, -3, 3).toArray();
        residuals[EvidenceKind.FUTURE.code()] =
                new Random(1).doubles(5_000, -1, 1).toArray();

        Calibration calibration = Calibration.of(new boolean[] {true}, residuals, List.of());

        for (double p : new double[] {0.01, 0.05, 0.25}) {
            assertThat(calibration.quantile(EvidenceKind.FUTURE, 0, p))
                    .isLessThanOrEqualTo(calibration.quantile(EvidenceKind.DERIVED, 0, p));
            assertThat(calibration.quantile(EvidenceKind.FUTURE, 0, 1 - p))
                    .isGreaterThanOrEqualTo(calibration.quantile(EvidenceKind.DERIVED, 0, 1 - p));
        }
    }

    private static double[][] empty(int columns) {
        double[][] residuals = new double[EvidenceKind.COUNT * columns][];
        Arrays.fill(residuals, new double[0]);
        return residuals;
    }
}
