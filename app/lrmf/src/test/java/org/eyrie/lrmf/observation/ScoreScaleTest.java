package org.eyrie.lrmf.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScoreScaleTest {

    private final ScoreScale scale = new ScoreScale(0.1);

    @Property
    void thereAndBackIsNowhere(@ForAll @DoubleRange(min = 0, max = 1) double score) {
        assertThat(scale.score(scale.logit(score))).isCloseTo(score, within(1e-12));
    }

    @Property
    void theExpectedScoreIsAScore(
            @ForAll @DoubleRange(min = -20, max = 20) double mean,
            @ForAll @DoubleRange(min = 0, max = 30) double variance) {
        assertThat(scale.expectedScore(mean, variance)).isBetween(0.0, 1.0);
    }

    @Test
    void theEndsAreFinite() {
        assertThat(scale.logit(0)).isFinite().isCloseTo(-scale.logit(1), within(1e-12));
    }

    @Test
    void withoutVarianceTheExpectedScoreIsTheScore() {
        assertThat(scale.expectedScore(0.3, 0)).isCloseTo(scale.score(0.3), within(1e-12));
    }
}
