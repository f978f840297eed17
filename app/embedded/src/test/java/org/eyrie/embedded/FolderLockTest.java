package org.eyrie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eyrie.model.DataFolderInUseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    private final DataFolder folder;

    FolderLockTest(@TempDir Path temporary) {
        folder = DataFolder.claim(temporary);
    }

    @Test
    void aHeldFolderNamesItsHolder() {
        FolderLock held = FolderLock.take(folder);
        assertThatExceptionOfType(DataFolderInUseException.class)
                .isThrownBy(() -> FolderLock.take(folder))
                .withMessageContaining("process " + ProcessHandle.current().pid())
                .withMessageContaining(folder.root().toString());
        held.close();
    }

    @Test
    void aReleasedFolderCanBeTakenAgain() {
        FolderLock.take(folder).close();
        FolderLock.take(folder).close();
        assertThat(folder.owner()).doesNotExist();
    }

    @Test
    void whatADeadOwnerLeftDoesNotHoldTheFolder() throws IOException {
        Files.writeString(folder.owner(), ProcessHandle.current().pid() + " 12345");
        Files.writeString(folder.lock(), "");
        FolderLock.take(folder).close();
    }
}
