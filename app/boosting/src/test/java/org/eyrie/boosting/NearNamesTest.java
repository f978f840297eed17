package org.eyrie.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearNamesTest {

    private static final List<String> NAMES = List.of(
            "nest/Falcon-7B-v1",
            "nest/falcon-7b-v2",
            "other/Falcon-7B",
            "nest/kestrel-7b",
            "far/osprey",
            "nest/FALCON-7B-V1");
    private static final Kinds KINDS = new Kinds(new int[] {0, 1, 0, 0, -1, 1}, 2);

    private static List<Integer> models(List<NearNames.Near> near) {
        return near.stream().map(NearNames.Near::model).toList();
    }

    @Test
    void theMoreANameIsAlikeTheNearerItIsWhateverTheCase() {
        NearNames near = new NearNames(NAMES, KINDS, u -> true);
        assertThat(models(near.of(0))).startsWith(5, 1, 2).doesNotContain(0);
        assertThat(near.of(0)).isSortedAccordingTo((a, b) -> Double.compare(b.likeness(), a.likeness()));
        assertThat(near.of(0).get(0).likeness()).isBetween(0.999, 1.001);
    }

    @Test
    void onlyThoseWithScoresAreFoundAndOfItsKindWhereThatIsAsked() {
        NearNames near = new NearNames(NAMES, KINDS, u -> u != 5);
        assertThat(models(near.of(0))).doesNotContain(5);
        assertThat(models(near.ofKind(0))).containsExactly(2, 3);
        assertThat(near.ofKind(4)).isEmpty();
    }
}
