package org.eyrie.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that stays after the program that started it, for the next one. */
@Tag("thorough")
class LingeringIT {

    private final Path temporary;

    LingeringIT(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void aDatabaseStaysForAsLongAsItIsUsedAndALittleLongerAndEndsAtOnceWhenAskedTo() throws Exception {
        EmbeddedNeo4j first = start(Duration.ofSeconds(3));
        URI bolt = first.boltUri();
        ProcessHandle process = ProcessHandle.of(first.pid()).orElseThrow();
        first.close();
        try (Lease lease = Lease.take(temporary)) {
            assertThat(lease).isNotNull();
            Thread.sleep(5_000);
            Graph.write(bolt, first.password(), "after its program");
        }
        process.onExit().get(60, TimeUnit.SECONDS);
        assertThat(EmbeddedNeo4j.stopLingering(temporary, line -> {})).isFalse();

        EmbeddedNeo4j second = start(Duration.ofHours(1));
        assertThat(Graph.has(second, "after its program")).isTrue();
        ProcessHandle lingering = ProcessHandle.of(second.pid()).orElseThrow();
        second.close();
        assertThat(lingering.isAlive()).isTrue();
        ClassArchive archive = new ClassArchive(new DataFolder(temporary), Neo4jLibraries.find());
        await("it makes a class archive when nobody uses it", () -> Files.exists(archive.file()));
        assertThat(EmbeddedNeo4j.stopLingering(temporary, line -> {})).isTrue();
        lingering.onExit().get(10, TimeUnit.SECONDS);

        assertThat(StoreCheck.of(temporary, line -> {}).sound()).isTrue();
        loseProperties(temporary.resolve("neo4j/data/databases/neo4j/neostore.propertystore.db"));
        StoreCheck check = StoreCheck.of(temporary, line -> {});
        assertThat(check.sound()).isFalse();
        assertThat(check.detail()).contains("reports are in").contains("PROPERTY");
    }

    private static void await(String what, BooleanSupplier happened) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(200);
        }
    }

    /** As if what was written into that file had never reached the disk: the database would start all the same. */
    private static void loseProperties(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.write(new byte[(int) bytes.length()]);
        }
    }

    private EmbeddedNeo4j start(Duration linger) {
        EmbeddedSettings settings =
                EmbeddedSettings.in(temporary).withMemory(256, 32).withLinger(linger);
        return EmbeddedNeo4j.start(settings, line -> {}, line -> {});
    }
}
