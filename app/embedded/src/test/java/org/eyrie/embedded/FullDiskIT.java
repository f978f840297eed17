package org.eyrie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.eyrie.model.StoreUnavailableException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.exceptions.Neo4jException;

/** What a disk that fills leaves, and that the database comes back by itself once there is room. The disk is real. */
@Tag("thorough")
class FullDiskIT {

    /** Room left for writes, in kB, at each round; {@code -Deyrie.full-disk=...} takes others, twenty of them nightly. */
    private static final List<Integer> ROOM = Arrays.stream(
                    System.getProperty("eyrie.full-disk", "700").split(","))
            .map(Integer::valueOf)
            .toList();

    /** Notes in a round: the disk is full long before. */
    private static final int MOST = 100_000;

    private final Path temporary;
    private final List<String> notices = new CopyOnWriteArrayList<>();

    FullDiskIT(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void whateverWasCommittedBeforeTheDiskWasFullIsThereOnceThereIsRoomAgain() throws Exception {
        try (Filler disk = Filler.mount(temporary, 40)) {
            Path data = temporary.resolve("data");
            start(data).close();
            int committed = 0;
            for (int room : ROOM) {
                boolean freedBefore = room % 3 == 0; // as who makes room and then restarts what gave up
                committed = writeUntilFull(data, disk, room, committed, freedBefore);
                if (!freedBefore) {
                    assertThatExceptionOfType(StoreUnavailableException.class)
                            .isThrownBy(() -> start(data))
                            .withMessageContaining("is full")
                            .withMessageContaining("free some space and start again");
                    disk.free();
                }
                try (EmbeddedNeo4j database = start(data)) {
                    assertThat(Graph.count(database)).as("%d kB left", room).isEqualTo(committed);
                }
            }
        }
    }

    @Test
    void aLogThatEndsInTheMiddleOfATransactionIsCutThereAndACopyOfItKept() throws Exception {
        Files.writeString(temporary.resolve("eyrie-data"), "");
        Files.writeString(temporary.resolve("neo4j.conf"), "# mine\ndb.transaction.timeout = 77s\n");
        try (EmbeddedNeo4j database = start(temporary)) {
            Graph.write(database.boltUri(), database.password(), "committed");
            assertThat(Graph.setting(database, "db.transaction.timeout")).isEqualTo("1m17s");
        }
        assertThat(notices).isEmpty();
        Path log = temporary.resolve("neo4j/data/transactions/neo4j/neostore.transaction.db.0");
        Files.writeString(log, "\5\1\7 what a transaction never begins with", StandardOpenOption.APPEND);
        byte[] damaged = Files.readAllBytes(log);
        try (EmbeddedNeo4j database = start(temporary)) {
            assertThat(Graph.has(database, "committed")).isTrue();
            Graph.write(database.boltUri(), database.password(), "committed later");
        }
        assertThat(notices).hasSize(1).first().asString().contains("full disk").contains("kept in");
        try (Stream<Path> kept = Files.walk(temporary.resolve("kept"))) {
            assertThat(kept.filter(file -> file.endsWith("neo4j/neostore.transaction.db.0")))
                    .singleElement()
                    .satisfies(copy -> assertThat(copy).hasBinaryContent(damaged));
        }
        assertThat(Files.readString(temporary.resolve("neo4j.conf"), StandardCharsets.UTF_8))
                .startsWith("# mine");
    }

    /** What a full disk left twice of a transaction, in a buffer that is not emptied: the middle of a text is read as a length. */
    @Test
    void aLogInWhichTheBeginningOfATransactionStandsTwiceIsCutBeforeItAndNotReadIntoMemory() throws Exception {
        Path log = temporary.resolve("neo4j/data/transactions/neo4j/neostore.transaction.db.0");
        try (EmbeddedNeo4j database = start(temporary)) {
            Graph.write(database.boltUri(), database.password(), note(1));
        }
        int one = Files.readAllBytes(log).length;
        try (EmbeddedNeo4j database = start(temporary)) {
            Graph.write(database.boltUri(), database.password(), note(2));
        }
        byte[] two = Files.readAllBytes(log);
        byte[] begun = Arrays.copyOfRange(two, one, one + 4_096);
        Files.write(log, begun, StandardOpenOption.APPEND);
        Files.write(log, begun, StandardOpenOption.APPEND);
        byte[] damaged = Files.readAllBytes(log);
        try (EmbeddedNeo4j database = start(temporary)) {
            assertThat(Graph.count(database)).isEqualTo(2);
            Graph.write(database.boltUri(), database.password(), note(3));
        }
        assertThat(Arrays.copyOf(Files.readAllBytes(log), two.length)).isEqualTo(two);
        assertThat(notices).hasSize(1).first().asString().contains("full disk").contains("kept in");
        try (Stream<Path> kept = Files.walk(temporary.resolve("kept"))) {
            assertThat(kept.filter(file -> file.endsWith("neo4j/neostore.transaction.db.0")))
                    .singleElement()
                    .satisfies(copy -> assertThat(copy).hasBinaryContent(damaged));
        }
        try (EmbeddedNeo4j database = start(temporary)) {
            assertThat(Graph.count(database)).isEqualTo(3);
        }
        assertThat(notices).hasSize(1);
    }

    private int writeUntilFull(Path data, Filler disk, int room, int before, boolean freeing) throws IOException {
        int committed = before;
        try (EmbeddedNeo4j database = start(data)) {
            disk.fill(room);
            committed = write(database, before);
            assertThat(committed).isLessThan(before + MOST);
            if (freeing) {
                disk.free();
            }
        }
        return committed;
    }

    private static int write(EmbeddedNeo4j database, int before) {
        int committed = before;
        try {
            while (committed < before + MOST) {
                Graph.write(database.boltUri(), database.password(), note(committed));
                committed++;
            }
        } catch (Neo4jException full) {
            return committed;
        }
        return committed;
    }

    private static String note(int number) {
        return "note ".repeat(2_000) + number;
    }

    private EmbeddedNeo4j start(Path data) {
        return EmbeddedNeo4j.start(EmbeddedSettings.in(data).withMemory(512, 32), line -> {}, notices::add);
    }
}
