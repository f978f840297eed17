package org.eyrie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eyrie.model.StoreUnavailableException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a database whose log holds a transaction too large for the heap of the next start. */
@Tag("thorough")
class LargeReplayIT {

    private static final int NOTES = 400_000;

    private final Path killed;
    private final Path running;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    LargeReplayIT(@TempDir Path temporary) {
        this.running = temporary.resolve("running");
        this.killed = temporary.resolve("killed");
    }

    @Test
    void aStartTakesMoreMemoryForAReplayThatNeedsItAndSaysWhatToDoWhereItMayNot() throws IOException {
        try (EmbeddedNeo4j database =
                EmbeddedNeo4j.start(EmbeddedSettings.in(running).withMemory(3_072, 64), line -> {}, line -> {})) {
            Graph.writeAtOnce(database, NOTES);
            FolderTree.copy(running, killed); // with the log and without a checkpoint, as a kill leaves it
            Files.delete(killed.resolve("owner")); // it names this process, as if it had the copy as well
        }
        Path settings = Files.writeString(killed.resolve("neo4j.conf"), "server.memory.heap.max_size=256m\n");
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> start().close())
                .withMessageContaining("ran out of memory while it was starting, with a heap of 256 MB")
                .withMessageContaining("nothing of it is lost")
                .withMessageContaining("server.memory.heap.max_size=512m into " + settings);
        Files.delete(settings);
        try (EmbeddedNeo4j database = start()) {
            assertThat(Graph.count(database)).isEqualTo(NOTES);
        }
        assertThat(lines).contains("Neo4j ran out of memory with a heap of 256 MB; trying with 512 MB");
    }

    private EmbeddedNeo4j start() {
        return EmbeddedNeo4j.start(EmbeddedSettings.in(killed).withMemory(256, 32), lines::add, line -> {});
    }
}
