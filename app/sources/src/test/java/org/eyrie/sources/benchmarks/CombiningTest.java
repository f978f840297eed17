package org.eyrie.sources.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.eyrie.sources.benchmarks.Combining.Scored;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CombiningTest {

    private static final Random RANDOM = new Random(5);

    @RepeatedTest(50)
    void rescalingIsUndoneAboveChanceAndKeepsNothingBelow() {
        double chance = RANDOM.nextDouble() * 0.9;
        double above = chance + (1 - chance) * RANDOM.nextDouble();
        assertThat(Combining.raw(Combining.normalised(above, chance), chance)).isCloseTo(above, within(1e-12));
        assertThat(Combining.normalised(chance * RANDOM.nextDouble(), chance)).isZero();
        double normalised = RANDOM.nextDouble();
        assertThat(Combining.normalised(Combining.raw(normalised, chance), chance))
                .isCloseTo(normalised, within(1e-12));
    }

    @Test
    void aMeanCountsPartsAndAShareCountsItems() {
        List<Scored> parts = List.of(new Scored(0.2, 10), new Scored(0.8, 30));
        assertThat(Combining.MEAN.of(parts, 0)).isCloseTo(0.5, within(1e-12));
        assertThat(Combining.SHARE.of(parts, 0)).isCloseTo(0.65, within(1e-12));
        assertThat(Combining.NORMALISED.of(List.of(new Scored(0.2, 1)), 0.25)).isCloseTo(0.4, within(1e-12));
    }
}
