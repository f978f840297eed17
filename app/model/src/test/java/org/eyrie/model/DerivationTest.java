package org.eyrie.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.eyrie.model.contract.Samples.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerivationTest {

    @Test
    void aModelIsNeverItsOwnParent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Derivation(model("a"), model("a"), Relation.MERGE, null, null))
                .withMessageContaining("its own parent: a");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY})
    void aWeightIsAShare(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Derivation(model("a"), model("b"), Relation.MERGE, weight, null))
                .withMessageContaining(String.valueOf(weight));
    }

    @Test
    void everyRelationIsFoundByItsWordWhateverTheCase() {
        for (Relation relation : Relation.values()) {
            assertThat(Relation.ofCode(relation.code())).contains(relation);
            assertThat(Relation.ofCode(relation.name())).contains(relation);
            assertThat(Relation.codes()).contains(relation.code());
        }
        assertThat(Relation.ofCode("cousin")).isEmpty();
        assertThat(Relation.ofCode("")).isEmpty();
    }
}
