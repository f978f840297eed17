package org.eyrie.server.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eyrie.model.StoreUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Neo4jOpenerIT {

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void aDatabaseThatCannotBeAnnouncedIsClosedAgainAndSoIsItsDriver() throws IOException {
        DatabaseChoice choice = new DatabaseChoice(folder.resolve("data"), null, "neo4j", "", true);
        new Neo4jOpener().open(choice, line -> {}).close();
        Path inTheWay = Files.createDirectory(choice.dataFolder().resolve("running.new"));
        long before = driverThreads();
        assertThatThrownBy(() -> new Neo4jOpener().open(choice, line -> {}))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("cannot be written");
        assertThat(driverThreads()).isLessThanOrEqualTo(before);
        Files.delete(inTheWay);
        try (Session session = new Neo4jOpener().open(choice, line -> {})) {
            assertThat(session.health().answers()).isTrue();
        }
    }

    private static long driverThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("Neo4jDriver"))
                .count();
    }
}
