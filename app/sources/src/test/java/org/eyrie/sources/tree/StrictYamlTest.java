package org.eyrie.sources.tree;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictYamlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!int x",
                "a: !!int ''",
                "a: !!float x",
                "a: !!timestamp x",
                "a: !!binary 'é'",
                "a: !!set [x]",
                "a: !!omap x",
                "a: !!pairs [1]",
                "? [a]\n: !!null x\n? {b: 1}\n: !!int 0x"
            })
    void valuesThatAreNotOfTheTypeTheyClaimAreNoYaml(String text) {
        assertThatThrownBy(() -> StrictYaml.documents(Place.of("card"), text))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("This is no YAML that is read here");
    }
}
