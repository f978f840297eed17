package org.eyrie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EmbeddedSettingsTest {

    private static final EmbeddedSettings SETTINGS = EmbeddedSettings.in(Path.of("data"));

    @Test
    void listensOnLoopbackUnlessToldOtherwise() {
        assertThat(SETTINGS.host()).isEqualTo("127.0.0.1");
        assertThat(SETTINGS.withHost("0.0.0.0").host()).isEqualTo("0.0.0.0");
    }

    @Test
    void refusesWhatCannotWork() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SETTINGS.withPorts(70_000, 0))
                .withMessageContaining("70000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SETTINGS.withPorts(-1, 0))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SETTINGS.withPorts(7687, 7687))
                .withMessageContaining("7687");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SETTINGS.withMemory(100, 64))
                .withMessageContaining("100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SETTINGS.withMemory(512, 1))
                .withMessageContaining("pageCache");
        assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withHost(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withStartTimeout(Duration.ZERO));
    }
}
