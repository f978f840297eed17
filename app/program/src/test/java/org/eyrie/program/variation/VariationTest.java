package org.eyrie.program.variation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.eyrie.program.Preset;
import org.eyrie.program.Program;
import org.junit.jupiter.api.Test;

class VariationTest {

    @Property(tries = 60)
    void whatIsGrownMutatedAndCrossedIsAProgramForThoseParentsAndReadAgainAsItself(
            @ForAll @IntRange(max = 1_000_000) int seed, @ForAll @IntRange(min = 1, max = 5) int parents) {
        Variation variation = new Variation(new Random(seed), parents);
        Program one = variation.grown();
        Program other = variation.mutated(one);
        for (Program program : new Program[] {one, other, variation.crossed(one, other)}) {
            assertThat(program.needs().refusals(parents)).isEmpty();
            assertThat(Program.parse(program.text()).text()).isEqualTo(program.text());
            assertThat(Program.parse(program.text()).id()).isEqualTo(program.id());
        }
    }

    @Test
    void equalRandomNumbersMakeEqualPrograms() {
        Variation one = new Variation(new Random(5), 3);
        Variation other = new Variation(new Random(5), 3);
        for (int i = 0; i < 20; i++) {
            assertThat(one.grown().text()).isEqualTo(other.grown().text());
        }
    }

    @Test
    void everyPresetHasMutantsOfManyKinds() {
        Variation variation = new Variation(new Random(6), 3);
        for (Preset preset : Preset.values()) {
            Program program = preset.program();
            long different = java.util.stream.IntStream.range(0, 20)
                    .mapToObj(i -> variation.mutated(program).species())
                    .distinct()
                    .count();
            assertThat(different).as(preset.title()).isGreaterThan(3);
        }
    }

    @Test
    void parentsAreLeftOutNowAndThen() {
        Variation variation = new Variation(new Random(7), 3);
        long without = java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> variation.grown().text())
                .filter(text -> !text.contains("taus")
                        && !(text.contains("(1)") && text.contains("(2)") && text.contains("(3)")))
                .count();
        assertThat(without).isBetween(5L, 95L);
    }
}
