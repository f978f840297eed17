package org.eyrie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eyrie.model.StoreUnavailableException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that was killed is checked at its next start; the kill and the damage are real. */
@Tag("thorough")
class UncleanEndIT {

    private final Path data;
    private final List<String> progress = new CopyOnWriteArrayList<>();

    UncleanEndIT(@TempDir Path temporary) {
        data = temporary.resolve("data");
    }

    @Test
    void aStoreThatWasCutShortIsRefusedAtTheStartAfterAnUncleanEndAndNeverServedInSilence() throws Exception {
        kill(start(), "before the first kill ".repeat(2_000));
        try (EmbeddedNeo4j database = start()) {
            assertThat(progress).anyMatch(line -> line.contains("did not end cleanly"));
            assertThat(Graph.count(database)).isEqualTo(1);
            assertThat(data.resolve("unchecked")).doesNotExist();
            assertThat(data.resolve("cache/store-check")).doesNotExist();
        }
        progress.clear();
        EmbeddedNeo4j clean = start();
        assertThat(progress).noneMatch(line -> line.contains("did not end cleanly"));
        kill(clean, "before the second kill");
        cut(data.resolve("neo4j/data/databases/neo4j/neostore.propertystore.db.strings"));
        for (int attempt = 0; attempt < 2; attempt++) { // the second finds nothing to replay, and remembers
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> start().close())
                    .withMessageContaining("is damaged")
                    .withMessageContaining("eyrie restore --help")
                    .withMessageContaining("delete " + data.resolve("unchecked"));
        }
        Files.delete(data.resolve("unchecked")); // as the message says
        try (EmbeddedNeo4j database = start()) {
            assertThat(Graph.count(database)).isEqualTo(2);
        }
    }

    private static void kill(EmbeddedNeo4j database, String note) throws Exception {
        Graph.write(database.boltUri(), database.password(), note);
        ProcessHandle process = ProcessHandle.of(database.pid()).orElseThrow();
        assertThat(process.destroyForcibly()).isTrue();
        process.onExit().get(10, TimeUnit.SECONDS);
        database.close();
    }

    /** As if its second half had never reached the disk. */
    private static void cut(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2 / 8_192 * 8_192);
        }
    }

    private EmbeddedNeo4j start() {
        return EmbeddedNeo4j.start(EmbeddedSettings.in(data).withMemory(256, 32), progress::add, line -> {});
    }
}
