package org.eyrie.lrmf.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.RandomFamilies;
import org.junit.jupiter.api.Test;

class WhatIfProtocolTest {

    private final Problem whole = Worlds.benchmarks(300, 1);
    private final Observations all = whole.observations();

    /** Without a third of the scores, so that parents lack some that their children have. */
    private final Problem problem = whole.without(cell -> (all.model()[cell] + all.column()[cell]) % 3 == 0);

    private final WhatIfProtocol protocol = WhatIfProtocol.merges(RandomFamilies.MERGE, Holdout.FIVE_FOLD);

    @Test
    void itHidesEveryScoreOfMergesThatNothingWasMadeFrom() {
        Set<Integer> parents = Arrays.stream(problem.lineage().parent()).boxed().collect(Collectors.toSet());
        LineageGraph lineage = problem.lineage();
        Set<Integer> merges = IntStream.range(0, lineage.edges())
                .filter(e -> lineage.relation()[e] == RandomFamilies.MERGE)
                .map(e -> lineage.child()[e])
                .boxed()
                .collect(Collectors.toSet());
        for (Split split : protocol.splits(problem, 1)) {
            Set<Integer> heldOut = Worlds.models(split.heldOut());
            assertThat(merges).containsAll(heldOut);
            assertThat(parents).doesNotContainAnyElementsOf(heldOut);
            assertThat(Worlds.models(split.training().observations())).doesNotContainAnyElementsOf(heldOut);
        }
    }

    @Test
    void itAsksForTheColumnsThatAParentWasMeasuredOn() {
        Set<String> measured = new TreeSet<>();
        Observations seen = problem.observations();
        for (int cell = 0; cell < seen.cells(); cell++) {
            measured.add(seen.model()[cell] + ":" + seen.column()[cell]);
        }
        LineageGraph lineage = problem.lineage();
        Set<String> asked = new TreeSet<>();
        for (Split split : protocol.splits(problem, 1)) {
            for (int cell = 0; cell < split.heldOut().cells(); cell++) {
                asked.add(split.heldOut().model()[cell] + ":" + split.heldOut().column()[cell]);
            }
        }
        Set<String> expected = new TreeSet<>();
        Set<String> models =
                asked.stream().map(cell -> cell.substring(0, cell.indexOf(':'))).collect(Collectors.toSet());
        for (int e = 0; e < lineage.edges(); e++) {
            for (int column = 0; column < Worlds.COLUMNS; column++) {
                String own = lineage.child()[e] + ":" + column;
                if (models.contains(String.valueOf(lineage.child()[e]))
                        && measured.contains(own)
                        && measured.contains(lineage.parent()[e] + ":" + column)) {
                    expected.add(own);
                }
            }
        }
        assertThat(asked).isEqualTo(expected).hasSizeLessThan(models.size() * Worlds.COLUMNS);
    }

    @Test
    void withoutSuchModelsItIsRefused() {
        RandomFamilies withoutMerges = RandomFamilies.draw(300, 0.2, 0, 1);
        Problem plain = new Problem(withoutMerges.lineage(), problem.traits(), problem.observations());
        assertThatThrownBy(() -> protocol.splits(plain, 1))
                .isInstanceOf(ProtocolRefusedException.class)
                .hasMessageContaining("merges of measured parents that nothing was made from");
    }
}
