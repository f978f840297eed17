package org.eyrie.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KindMeansTest {

    private final Crowd crowd = new Crowd(40, 0.2, 0.1, 0.05, 1);
    private final ModelScores scores = new ModelScores(crowd.problem);
    private final Kinds thirds =
            new Kinds(IntStream.range(0, 40).map(u -> u % 3).toArray(), 3);
    private final KindMeans means = new KindMeans(thirds, scores, 1);

    private double[] of(int model, boolean past) {
        DoubleRow row = new DoubleRow();
        means.append(model, past, row);
        return row.toArray();
    }

    private double mean(IntStream models) {
        return models.mapToDouble(u -> scores.at(u, 1)).average().orElse(Double.NaN);
    }

    @Test
    void aModelsOwnScoreIsNotInItsKindsMean() {
        for (int model = 0; model < 40; model++) {
            int own = model;
            double[] row = of(model, false);
            assertThat(row[0])
                    .isCloseTo(mean(IntStream.range(0, 40).filter(u -> u % 3 == own % 3 && u != own)), within(1e-12));
            assertThat(row[1]).isEqualTo(own % 3 == 0 ? 13 : 12);
        }
    }

    @Test
    void thePastIsWhatIsOlder() {
        for (int model = 0; model < 40; model++) {
            int own = model;
            double[] row = of(model, true);
            assertThat(row[1]).isEqualTo(Math.floorDiv(own, 3));
            if (own >= 3) {
                assertThat(row[0])
                        .isCloseTo(mean(IntStream.range(0, own).filter(u -> u % 3 == own % 3)), within(1e-12));
            } else {
                assertThat(row[0]).isNaN();
            }
        }
    }

    @Test
    void hiddenScoresAreInNoMean() {
        KindMeans left = new KindMeans(thirds, scores.without(u -> u >= 20), 1);
        DoubleRow row = new DoubleRow();
        left.append(30, false, row);
        assertThat(row.toArray()[0]).isCloseTo(mean(IntStream.range(0, 20).filter(u -> u % 3 == 0)), within(1e-12));
        assertThat(row.toArray()[1]).isEqualTo(7);
    }
}
