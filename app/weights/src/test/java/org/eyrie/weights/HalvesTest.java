package org.eyrie.weights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalvesTest {

    @Test
    void everyHalfIsItselfAfterGoingThereAndBack() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            float half = Halves.half((short) bits);
            float brain = Halves.brain((short) bits);
            if (!Float.isNaN(half)) {
                assertThat(Halves.toHalf(half)).isEqualTo((short) bits);
            }
            if (!Float.isNaN(brain)) {
                assertThat(Halves.toBrain(brain)).isEqualTo((short) bits);
            }
        }
    }

    @Test
    void roundingIsToTheNearestAndOfTiesToTheEven() {
        assertThat(Halves.half(Halves.toHalf(1 + 0x1p-11f))).isEqualTo(1f);
        assertThat(Halves.half(Halves.toHalf(1 + 3 * 0x1p-11f))).isEqualTo(1 + 0x1p-9f);
        assertThat(Halves.half(Halves.toHalf(1 + 0x1.01p-11f))).isEqualTo(1 + 0x1p-10f);
        assertThat(Halves.half(Halves.toHalf(65519f))).isEqualTo(65504f);
        assertThat(Halves.half(Halves.toHalf(65520f))).isInfinite();
        assertThat(Halves.half(Halves.toHalf(0x1p-25f))).isZero();
        assertThat(Halves.half(Halves.toHalf(0x1.01p-25f))).isEqualTo(0x1p-24f);
        assertThat(Halves.brain(Halves.toBrain(1 + 0x1p-8f))).isEqualTo(1f);
        assertThat(Halves.brain(Halves.toBrain(1 + 3 * 0x1p-8f))).isEqualTo(1 + 0x1p-6f);
        assertThat(Halves.brain(Halves.toBrain(Float.NaN))).isNaN();
    }
}
