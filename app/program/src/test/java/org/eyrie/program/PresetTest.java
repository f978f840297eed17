package org.eyrie.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresetTest {

    @ParameterizedTest
    @EnumSource
    void everyPresetIsAProgramThatIsReadAgainAsItself(Preset preset) {
        Program program = preset.program();
        Program again = Program.parse(program.text());
        assertThat(again.text()).isEqualTo(program.text());
        assertThat(again.id()).isEqualTo(program.id());
    }
}
