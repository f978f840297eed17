package org.eyrie.server.searching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eyrie.model.InvalidInputException;
import org.eyrie.server.naming.ShippedModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedFoldersTest {

    @TempDir
    private Path folder = Path.of(".");

    private Path zoo = Path.of(".");

    private AllowedFolders allowed = new AllowedFolders(ShippedModels.beside(folder), List.of());

    @BeforeEach
    void aZooAndWhatLiesBesideIt() throws IOException {
        zoo = Files.createDirectories(folder.resolve("zoo"));
        Files.createDirectories(zoo.resolve("seed"));
        Files.writeString(zoo.resolve("items.jsonl"), "{}");
        Files.createDirectories(folder.resolve("secret"));
        Files.createDirectories(folder.resolve("zoology/seed"));
        Files.createSymbolicLink(zoo.resolve("link"), folder.resolve("secret"));
        Files.createSymbolicLink(zoo.resolve("within"), zoo.resolve("seed"));
        allowed = new AllowedFolders(ShippedModels.beside(folder.resolve("data")), List.of(zoo));
    }

    @Test
    void whatLiesBelowIsFoundByItsWholePathOrTheRest() {
        assertThat(allowed.model("base", "seed")).isEqualTo(zoo.resolve("seed"));
        assertThat(allowed.model("base", zoo.resolve("seed").toString())).isEqualTo(zoo.resolve("seed"));
        assertThat(allowed.model("base", "within")).isEqualTo(zoo.resolve("within"));
        assertThat(allowed.items("items", "items.jsonl")).isEqualTo(zoo.resolve("items.jsonl"));
    }

    @Test
    void modelsThatComeAlongAreThereWithoutAnyFolder() {
        AllowedFolders none = new AllowedFolders(ShippedModels.beside(folder.resolve("data")), List.of());
        assertThat(none.model("base", "ciphers/seed")).isDirectory();
        assertThat(none.itemsOf("ciphers/seed").orElseThrow()).isRegularFile();
        assertThat(none.itemsOf("seed")).isEmpty();
        assertThatThrownBy(() -> none.model("base", zoo.resolve("seed").toString()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("--models");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "seed/../../secret", "/etc", "link", "../zoology/seed", ".", "nowhere", ""})
    void whatLiesElsewhereIsRefused(String given) {
        assertThatThrownBy(() -> allowed.model("base", given)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void nobodyLearnsWhatLiesElsewhere() {
        String there = refusal(folder.resolve("secret").toString());
        String notThere = refusal(folder.resolve("unknown").toString());
        assertThat(there.replace("secret", "unknown")).isEqualTo(notThere);
    }

    private String refusal(String given) {
        try {
            return allowed.model("base", given).toString();
        } catch (InvalidInputException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
