package org.eyrie.lrmf.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PolyaGammaTest {

    @Test
    void theTableIsExactToSixDigits() {
        for (double logit = -40; logit <= 40; logit += 0.00137) {
            assertThat((double) PolyaGamma.weight((float) logit)).isCloseTo(PolyaGamma.exact(logit), within(2e-6));
        }
    }

    @Test
    void theQuadraticMajorisesTheLossEverywhere() {
        for (double touch = -8; touch <= 8; touch += 0.5) {
            double w = PolyaGamma.exact(touch);
            for (double x = -12; x <= 12; x += 0.25) {
                double majorant = Math.log(2 * Math.cosh(touch / 2)) + w / 2 * (x * x - touch * touch);
                assertThat(Math.log(2 * Math.cosh(x / 2))).isLessThanOrEqualTo(majorant + 1e-12);
            }
        }
    }

    @Test
    void enormousLogitsHaveSmallFiniteWeights() {
        assertThat(PolyaGamma.weight(1e30f)).isBetween(0f, 1e-29f);
        assertThat(PolyaGamma.weight(0)).isEqualTo(0.25f);
    }
}
