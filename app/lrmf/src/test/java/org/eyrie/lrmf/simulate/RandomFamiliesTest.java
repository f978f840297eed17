package org.eyrie.lrmf.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.eyrie.lrmf.problem.LineageGraph;

class RandomFamiliesTest {

    @Property(tries = 200)
    void parentsComeFirstAndNoneTwice(
            @ForAll @IntRange(min = 0, max = 200) int models,
            @ForAll @DoubleRange(min = 0, max = 1) double founders,
            @ForAll @DoubleRange(min = 0, max = 1) double merges,
            @ForAll long seed) {
        LineageGraph lineage =
                RandomFamilies.draw(models, founders, merges, seed).lineage();
        assertThat(IntStream.range(0, lineage.edges())).allMatch(e -> lineage.parent()[e] < lineage.child()[e]);
        assertThat(IntStream.range(0, lineage.edges())
                        .mapToObj(e -> lineage.child()[e] + " from " + lineage.parent()[e]))
                .doesNotHaveDuplicates();
    }

    @Example
    void onlyMergesHaveSeveralParents() {
        LineageGraph lineage = RandomFamilies.draw(500, 0.1, 0.4, 1).lineage();
        long[] parents = new long[500];
        Arrays.stream(lineage.child()).forEach(child -> parents[child]++);
        assertThat(IntStream.range(0, lineage.edges()))
                .allMatch(e -> (lineage.relation()[e] == RandomFamilies.MERGE) == parents[lineage.child()[e]] > 1);
        assertThat(parents).contains(0, 1, 2, 3, 4);
    }

    @Example
    void equalSeedsGiveEqualFamilies() {
        RandomFamilies families = RandomFamilies.draw(300, 0.2, 0.3, 9);
        RandomFamilies same = RandomFamilies.draw(300, 0.2, 0.3, 9);
        assertThat(same.lineage().parent()).isEqualTo(families.lineage().parent());
        assertThat(same.traits().parametersBillions())
                .isEqualTo(families.traits().parametersBillions());
        assertThat(RandomFamilies.draw(300, 0.2, 0.3, 10).lineage().parent())
                .isNotEqualTo(families.lineage().parent());
    }
}
