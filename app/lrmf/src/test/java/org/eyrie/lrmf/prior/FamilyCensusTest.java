package org.eyrie.lrmf.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.SimulatedLineage;
import org.eyrie.lrmf.simulate.Subgraph;
import org.junit.jupiter.api.Test;

class FamilyCensusTest {

    private static final Problem PROBLEM = new SimulatedLineage(6, 200, 3, 0.5).problem;

    @Test
    void theDictionaryOfTheWholeIsThatOfTheSumOfItsFamiliesInAnyOrder() {
        SharedDictionary whole =
                FamilyCensus.of(PROBLEM.lineage(), PROBLEM.traits()).dictionary(Timeline.NONE);
        List<FamilyCensus> families = new ArrayList<>();
        for (List<Integer> members : Subgraph.components(PROBLEM)) {
            Problem family = Subgraph.of(PROBLEM, members);
            families.add(FamilyCensus.of(family.lineage(), family.traits()));
        }
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(families, new Random(round));

            SharedDictionary summed =
                    families.stream().reduce(FamilyCensus::plus).orElseThrow().dictionary(Timeline.NONE);

            assertThat(summed.nodes()).isEqualTo(whole.nodes());
            assertThat(summed.classes().list()).isEqualTo(whole.classes().list());
            assertThat(summed.effects().list()).isEqualTo(whole.effects().list());
        }
        assertThat(whole.effects().list()).isNotEmpty();
        assertThat(whole.nodes()).anyMatch(NodeKey::isPersonal).anyMatch(key -> !key.isPersonal());
    }

    @Test
    void theWholeFieldNumbersItsSharedNodesAsTheDictionaryDoes() {
        LineageField field = FieldPlan.whole(PROBLEM.lineage(), PROBLEM.traits(), Timeline.NONE);

        assertThat(field.shared()).isEqualTo(field.dictionary().nodes());
    }

    @Test
    void aNodeThatNobodySharesHasNoNumber() {
        SharedDictionary dictionary =
                FamilyCensus.of(PROBLEM.lineage(), PROBLEM.traits()).dictionary(Timeline.NONE);

        assertThatThrownBy(() -> dictionary.numberOf(NodeKey.author(99_999, 1, 70)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
