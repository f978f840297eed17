package org.eyrie.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
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

    @Test
    void presetsAreFoundByTheNamesThatPeopleWrite() {
        assertThat(Preset.of("task-arithmetic")).contains(Preset.TASK_ARITHMETIC);
        assertThat(Preset.of("TIES")).isEmpty();
        assertThat(Arrays.stream(Preset.values()).map(Preset::word))
                .allSatisfy(
                        word -> assertThat(Preset.of(word).orElseThrow().word()).isEqualTo(word));
    }
}
