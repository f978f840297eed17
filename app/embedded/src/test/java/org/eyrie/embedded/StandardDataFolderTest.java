package org.eyrie.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardDataFolderTest {

    private static final Path HOME = Path.of("/home/ann");

    @Test
    void theVariableOverrulesTheCustom() {
        assertThat(StandardDataFolder.of(Map.of("EYRIE_DATA", "/srv/e"), HOME, "Linux"))
                .isEqualTo(Path.of("/srv/e"));
    }

    @Test
    void linuxFollowsXdg() {
        assertThat(StandardDataFolder.of(Map.of(), HOME, "Linux")).isEqualTo(HOME.resolve(".local/share/eyrie"));
        assertThat(StandardDataFolder.of(Map.of("XDG_DATA_HOME", "/x"), HOME, "Linux"))
                .isEqualTo(Path.of("/x/eyrie"));
    }

    @Test
    void aRelativeXdgFolderIsIgnored() {
        assertThat(StandardDataFolder.of(Map.of("XDG_DATA_HOME", "x"), HOME, "Linux"))
                .isEqualTo(HOME.resolve(".local/share/eyrie"));
    }

    @Test
    void theOthersHaveTheirOwnCustoms() {
        assertThat(StandardDataFolder.of(Map.of(), HOME, "Mac OS X"))
                .isEqualTo(HOME.resolve("Library/Application Support/eyrie"));
        assertThat(StandardDataFolder.of(Map.of(), HOME, "Windows 11")).isEqualTo(HOME.resolve("AppData/Local/eyrie"));
    }
}
