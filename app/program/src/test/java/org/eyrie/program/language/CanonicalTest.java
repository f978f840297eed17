package org.eyrie.program.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.eyrie.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base + (parent(1) - base) | base + tau(1)",
                "base + (base - base) + tau(2) | base + tau(2)",
                "base + sum(taus * each(.5, 0, .25)) | base + .5 * tau(1) + .25 * tau(3)",
                "base + sum(only(2)) | base + tau(2)",
                "base + mean(only(1, 3)) | base + .5 * tau(1) + .5 * tau(3)",
                "base + tau(2) * .5 + tau(1) | base + tau(1) + .5 * tau(2)",
                "base + 2 * (tau(1) + tau(2)) - tau(1) | base + tau(1) + 2 * tau(2)",
                "base + keep(tau(1), 1) | base + tau(1)",
                "base + drop(tau(1), 0, seed=3) | base + tau(1)",
                "base + mix(tau(1), tau(2), .25) | base + .75 * tau(1) + .25 * tau(2)",
                "base + mix(parent(1), parent(2), .5) - base | base + .5 * tau(1) + .5 * tau(2)",
                "base + ramp(.3, .3) * tau(1) | base + .3 * tau(1)",
                "base + curve(0, 1) * tau(1) | base + ramp(0, 1) * tau(1)",
                "base + abs(abs(tau(1))) | base + abs(tau(1))",
                "base + sum(.5 * keep(taus, .4, restore=none)) | base + .5 * sum(keep(taus, .4))",
                "base + sum(agree(taus, by=mass)) | base + sum(agree(taus))",
                "base + depth * .5 * kind(mlp=1) * tau(1) | base + .5 * depth * kind(mlp=1) * tau(1)",
                "base + larger(tau(1), tau(2)) * tau(1) * .5 | base + .5 * (larger(tau(1), tau(2)) * tau(1))",
                "base + 1e-3 * tau(1) | base + .001 * tau(1)",
            })
    void oneFormStandsForAllThatAlgebraShowsToBeOne(String written, String canonical) {
        Program program = Program.parse(written);
        assertThat(program.text()).isEqualTo(canonical);
        assertThat(Program.parse(program.text()).text()).isEqualTo(canonical);
        assertThat(program).isEqualTo(Program.parse(canonical));
    }

    @Test
    void theIdForgetsTheFifthDigitAndTheSeedsButNotWhichDrawsAreShared() {
        assertThat(id("base + .30001 * tau(1)")).isEqualTo(id("base + .3 * tau(1)"));
        assertThat(id("base + .301 * tau(1)")).isNotEqualTo(id("base + .3 * tau(1)"));
        assertThat(id("base + sum(drop(taus, .5, seed=9))")).isEqualTo(id("base + sum(drop(taus, .5))"));
        assertThat(id("base + drop(tau(1), .5, seed=4) + drop(tau(2), .5, seed=4)"))
                .isEqualTo(id("base + drop(tau(1), .5) + drop(tau(2), .5)"))
                .isNotEqualTo(id("base + drop(tau(1), .5, seed=1) + drop(tau(2), .5)"));
        assertThat(id("base + tau(1)")).matches("alg:[0-9a-f]{12}");
    }

    @Test
    void aSpeciesHasNoNumbersButKnowsWhichParents() {
        assertThat(Program.parse("base + .3 * keep(tau(2), .4)").species())
                .isEqualTo(Program.parse("base + .7 * keep(tau(2), .1)").species())
                .isEqualTo("base + # * keep(tau(2), #)")
                .isNotEqualTo(Program.parse("base + .3 * keep(tau(1), .4)").species());
    }

    @Test
    void itIsKnownHowManyParentsAProgramTakes() {
        assertThat(Program.parse("base + mean(keep(taus, .5))").needs()).isEqualTo(new Needs(1, 0, true));
        assertThat(Program.parse("base + tau(3)").needs()).isEqualTo(new Needs(3, 0, false));
        Needs exact =
                Program.parse("base + sum(keep(taus, .5) * each(1, depth))").needs();
        assertThat(exact).isEqualTo(new Needs(1, 2, false));
        assertThat(exact.refusals(3).toString()).contains("weights for 2 parents; here are 3");
        assertThat(exact.refusals(2)).isEmpty();
    }

    private static String id(String text) {
        return Program.parse(text).id();
    }
}
