package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eyrie.model.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void aSecretMayLieInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "hf_abc\n");
        assertThat(SecretFiles.resolved(Map.of("HF_TOKEN_FILE", file.toString())))
                .containsEntry("HF_TOKEN", "hf_abc");
        assertThat(SecretFiles.resolved(Map.of("HF_TOKEN_FILE", file.toString(), "HF_TOKEN", "other")))
                .containsEntry("HF_TOKEN", "other");
    }

    @Test
    void noOtherVariableReadsFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("any"), "content");
        assertThat(SecretFiles.resolved(Map.of("PATH_FILE", file.toString()))).doesNotContainKey("PATH");
    }

    @Test
    void aFileThatCannotBeReadIsToldByVariableAndName() {
        assertThatThrownBy(() -> SecretFiles.resolved(
                        Map.of("NEO4J_PASSWORD_FILE", folder.resolve("gone").toString())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("NEO4J_PASSWORD_FILE")
                .hasMessageContaining("gone");
    }
}
