package org.eyrie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.eyrie.model.StoreUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {

    private final Path temporary;

    DataFolderTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void aNewFolderIsForItsOwnerAlone() throws IOException {
        DataFolder folder = DataFolder.claim(temporary.resolve("a b/new"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
                .isEqualTo("rwx------");
    }

    @Test
    void anEmptyFolderAndOneOfOursAreTaken() {
        assertThat(DataFolder.claim(temporary)).isEqualTo(DataFolder.claim(temporary));
    }

    @Test
    void aFolderWithSomethingElseIsLeftUntouched() throws IOException {
        Files.writeString(temporary.resolve("thesis.doc"), "years of work");
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> DataFolder.claim(temporary))
                .withMessageContaining("thesis.doc")
                .withMessageContaining("empty or a new folder");
        try (var content = Files.list(temporary)) {
            assertThat(content).hasSize(1);
        }
    }

    @Test
    void aFolderOfAnotherLayoutIsRefused() throws IOException {
        Files.writeString(temporary.resolve("eyrie-data"), "Eyrie's embedded database, layout 2\n");
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> DataFolder.claim(temporary))
                .withMessageContaining("another version of Eyrie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Eyr", "Eyrie's embedded database, layout 1"})
    void aMarkerThatWasCutShortIsWrittenAgain(String cut) throws IOException {
        Files.writeString(temporary.resolve("eyrie-data"), cut);
        DataFolder.claim(temporary);
        assertThat(temporary.resolve("eyrie-data")).hasContent("Eyrie's embedded database, layout 1\n");
    }

    @Test
    void whatLiesInAFolderThatIsOpenToOthersIsClosedToThem() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(temporary.resolve("neo4j"));
        Files.setPosixFilePermissions(temporary.resolve("neo4j"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(temporary.resolve("eyrie-data"), "Eyrie's embedded database, layout 1\n");
        DataFolder.claim(temporary);
        for (String inner : List.of("neo4j", "neo4j/conf", "neo4j/logs", "neo4j/run", "cache")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve(inner))))
                    .as(inner)
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> DataFolder.claim(file))
                .withMessageContaining("it is no folder");
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> DataFolder.claim(file.resolve("below")))
                .withMessageContaining("can't be used");
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() {
        Path system = Path.of("/proc");
        assumeTrue(Files.isDirectory(system), "no /proc here, the one place where even root may not write");
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> DataFolder.claim(system.resolve("eyrie")))
                .withMessageContaining("Choose one that you may write to");
    }
}
