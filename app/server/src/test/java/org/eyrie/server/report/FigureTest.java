package org.eyrie.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    @ParameterizedTest
    @CsvSource({
        "0.0521, 3, .052",
        "0, 3, 0",
        "-0.0001, 3, 0",
        "-0.0521, 2, -.05",
        "1, 2, 1",
        "0.9996, 3, 1",
        "1.25, 1, 1.3"
    })
    void sharesHaveNoZeroBeforeThePoint(double value, int digits, String written) {
        assertThat(Figure.share(value, digits)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0.5, .5", "0.25, .25", "0, 0", "1, 1", "0.1, .1"})
    void ticksAreAsShortAsTheyCanBe(double value, String written) {
        assertThat(Figure.shortest(value)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0.01, +.010", "-0.01, -.010", "0, 0"})
    void differencesHaveASign(double value, String written) {
        assertThat(Figure.signed(value, 3)).isEqualTo(written);
    }
}
