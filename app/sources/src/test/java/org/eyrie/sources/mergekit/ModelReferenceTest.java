package org.eyrie.sources.mergekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models as mergekit's own classes take them, and refuse them. */
class ModelReferenceTest {

    @Test
    void aModelHasARevisionAndAnAdapterWithOneToo() {
        ModelReference plain = ModelReference.of("org/a@r+org/l@s");
        ModelReference object = ModelReference.of(Map.of(
                "model", Map.of("path", "org/a", "revision", "r"), "lora", Map.of("path", "org/l", "revision", "s")));
        assertThat(plain).isEqualTo(object);
        assertThat(plain.path()).isEqualTo("org/a");
        assertThat(plain.revision()).isEqualTo("r");
        assertThat(plain.lora()).isEqualTo(new ModelReference("org/l", "s", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+b+c", "a@b@c", "a@b+c@d@e", " ", "+l"})
    void whatMergekitCannotParseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ModelReference.of(text));
    }
}
