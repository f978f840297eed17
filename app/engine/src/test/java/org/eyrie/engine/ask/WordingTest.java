package org.eyrie.engine.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eyrie.engine.fit.Dictionary;
import org.eyrie.engine.fit.Numbering;
import org.eyrie.lrmf.prior.FixedEffect;
import org.eyrie.lrmf.prior.NodeKey;
import org.eyrie.lrmf.prior.NodeKind;
import org.eyrie.model.Neighbourhood;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    private final Wording wording = new Wording(new Numbering(
                    new Dictionary(
                            List.of(),
                            List.of(),
                            List.of("Llama"),
                            List.of("chat"),
                            List.of("acme"),
                            List.of("bfloat16"),
                            List.of("mix"),
                            List.of("slerp")),
                    new Neighbourhood(List.of(), List.of(), false),
                    List.of())
            .categories());

    @ParameterizedTest
    @EnumSource
    void everyKindOfNodeHasWordsWithAllItsCategoriesAndWithNone(NodeKind kind) {
        assertThat(wording.of(new NodeKey(kind, 0, 70, 0, 0))).isNotBlank();
        assertThat(wording.of(new NodeKey(kind, -1, -1, -1, -1))).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -4, -1, 0, 12})
    void aMagnitudeIsNoArchitecture(int halfPowersOfTwo) {
        assertThat(wording.of(new NodeKey(NodeKind.MAGNITUDE, halfPowersOfTwo, -1, -1, -1)))
                .isEqualTo("models of this size");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfStepHasWords(FixedEffect.Kind kind) {
        assertThat(wording.of(new FixedEffect(kind, true, 0, 0))).isNotBlank();
    }
}
