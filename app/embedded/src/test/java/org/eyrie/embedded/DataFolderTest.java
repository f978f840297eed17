package org.eyrie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.eyrie.model.StoreUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
