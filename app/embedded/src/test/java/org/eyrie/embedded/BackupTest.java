package org.eyrie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eyrie.model.DataFolderInUseException;
import org.eyrie.model.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is copied comes back, and what is no copy changes nothing. A store is files, here any files. */
class BackupTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String STORE = "neo4j/data/databases/system/neostore";
    private static final String LOG = "neo4j/data/transactions/system/neostore.transaction.db.0";

    private final Path temporary;
    private final Path data;
    private final Path file;

    BackupTest(@TempDir Path temporary) {
        this.temporary = temporary;
        data = temporary.resolve("data");
        file = temporary.resolve("copy.zip");
    }

    @BeforeEach
    void makeADatabase() throws IOException {
        make(data, "one");
    }

    @Test
    void whatIsCopiedComesBackInANewFolderForTheOwnersEyesOnly() throws IOException {
        Backup.ofStopped(data, file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Path other = temporary.resolve("other");
        assertThat(Backup.restore(file, other, false, NOW)).isEmpty();
        for (String each : new String[] {STORE, LOG, "password"}) {
            assertThat(other.resolve(each)).hasSameBinaryContentAs(data.resolve(each));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(other.resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aDatabaseThatIsThereIsReplacedOnlyWhereThatIsSaidAndThenPutAside() throws IOException {
        Backup.ofStopped(data, file);
        Path other = temporary.resolve("other");
        make(other, "two");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Backup.restore(file, other, false, NOW))
                .withMessageContaining("--replace");
        assertThat(other.resolve(STORE)).hasContent("two");
        Optional<Path> aside = Backup.restore(file, other, true, NOW);
        assertThat(other.resolve(STORE)).hasContent("one");
        assertThat(aside.orElseThrow().resolve("data/databases/system/neostore"))
                .hasContent("two");
        assertThat(aside.orElseThrow().resolve("password")).hasContent("password of two");
    }

    @Test
    void aFileThatBreaksOffOrWasDamagedOrIsNoBackupChangesNothing() throws IOException {
        Backup.ofStopped(data, file);
        byte[] whole = Files.readAllBytes(file);
        // What follows the last part is a list of all parts, which reading does without.
        for (int length = 0; length <= indexOf(whole, "eyrie-end"); length += 13) {
            refuses(Arrays.copyOf(whole, length));
        }
        byte[] flipped = whole.clone();
        String name = STORE.substring("neo4j/".length());
        flipped[indexOf(whole, name) + name.length() + 4] ^= 0x55;
        refuses(flipped);
        refuses("anything else".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void namesThatLeadElsewhereAreRefused() throws IOException {
        for (String name : new String[] {"data/../../escaped", "/escaped", "eyrie-data", "data/../password2"}) {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                zip.putNextEntry(new ZipEntry("eyrie-backup"));
                zip.write("A database of Eyrie, layout 1\n".getBytes(StandardCharsets.UTF_8));
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
            refuses(Files.readAllBytes(file));
            assertThat(temporary.resolve("escaped")).doesNotExist();
        }
    }

    @Test
    void aRestoreThatWasKilledAtTheEndIsFinishedByTheNextStart() throws IOException {
        make(temporary.resolve("unpacked"), "restored");
        Files.createDirectories(data.resolve("restored"));
        Files.move(temporary.resolve("unpacked/neo4j/data"), data.resolve("restored/data"));
        Files.move(temporary.resolve("unpacked/password"), data.resolve("restored/password"));
        DataFolder folder = DataFolder.claim(data);
        Restoring.finish(folder, NOW);
        assertThat(data.resolve(STORE)).hasContent("restored");
        assertThat(folder.password()).hasContent("password of restored");
        assertThat(folder.restored()).doesNotExist();
        assertThat(Restoring.finish(folder, NOW)).isEmpty();
    }

    @Test
    void aDatabaseThatRunsIsNotCopiedAsIfItDidNot() {
        try (FolderLock lock = FolderLock.take(DataFolder.claim(data))) {
            assertThat(lock).isNotNull();
            assertThatExceptionOfType(DataFolderInUseException.class).isThrownBy(() -> Backup.ofStopped(data, file));
        }
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Backup.ofStopped(temporary.resolve("nothing"), file))
                .withMessageContaining("no embedded database");
        assertThat(temporary.resolve("nothing")).doesNotExist();
    }

    private void refuses(byte[] content) throws IOException {
        Path other = temporary.resolve("other");
        Path bad = Files.write(temporary.resolve("bad.zip"), content);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Backup.restore(bad, other, true, NOW))
                .withMessageContaining("bad.zip");
        assertThat(other.resolve("neo4j/data")).doesNotExist();
        assertThat(other.resolve("restoring")).doesNotExist();
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    private static void make(Path folder, String content) throws IOException {
        DataFolder.claim(folder);
        for (String each : new String[] {STORE, LOG}) {
            Files.createDirectories(folder.resolve(each).getParent());
            Files.writeString(folder.resolve(each), content);
        }
        Files.writeString(folder.resolve("password"), "password of " + content);
    }
}
