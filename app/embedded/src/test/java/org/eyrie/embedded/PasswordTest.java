package org.eyrie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.eyrie.model.StoreUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordTest {

    private final DataFolder folder;

    PasswordTest(@TempDir Path temporary) {
        folder = DataFolder.claim(temporary);
    }

    @Test
    void isMadeOnceAndKept() {
        Password first = Password.of(folder, new Random(1));
        assertThat(first.value()).matches("([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}");
        assertThat(Password.of(folder, new Random(2))).isEqualTo(first);
    }

    @Test
    void isForTheOwnersEyesOnly() throws IOException {
        Password password = Password.of(folder, new Random(1));
        Path seed = folder.home().resolve("data/dbms/auth.ini");
        for (Path file : new Path[] {folder.password(), seed}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.readString(seed)).startsWith("neo4j:SHA-256,").doesNotContain(password.value());
        assertThat(password.toString()).doesNotContain(password.value());
    }

    @Test
    void anEmptyFileIsNoPassword() throws IOException {
        Files.writeString(folder.password(), " \n");
        assertThat(Password.of(folder, new Random(1)).value()).matches("([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}");
        Files.writeString(folder.password(), "");
        Files.createDirectories(folder.home().resolve("data/databases/system"));
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> Password.of(folder, new Random(1)))
                .withMessageContaining("missing or empty");
    }

    @Test
    void aDatabaseWhosePasswordIsLostIsNotOpened() throws IOException {
        Files.createDirectories(folder.home().resolve("data/databases/system"));
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> Password.of(folder, new Random(1)))
                .withMessageContaining(folder.password().toString())
                .withMessageContaining("Put it back");
    }
}
