package org.eyrie.server.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GuestsTest {

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void whoRunsADatabaseStaysUntilItsGuestsHaveEnded() throws IOException, InterruptedException {
        Process guest = new ProcessBuilder("sleep", "600").start();
        Files.createDirectories(folder.resolve("guests"));
        Files.createFile(folder.resolve("guests").resolve(String.valueOf(guest.pid())));
        List<String> words = new CopyOnWriteArrayList<>();
        Thread host = new Thread(() -> new Guests(folder).await(words::add));
        host.start();
        while (words.isEmpty()) {
            Thread.sleep(20);
        }
        assertThat(words.get(0)).contains("waiting for process " + guest.pid());
        assertThat(host.isAlive()).isTrue();
        guest.destroy();
        host.join(TimeUnit.SECONDS.toMillis(30));
        assertThat(host.isAlive()).isFalse();
    }

    @Test
    void nobodyWaitsForItselfNorForWhoLeftNorForNobody() {
        Guests guests = new Guests(folder);
        List<String> words = new ArrayList<>();
        guests.await(words::add);
        guests.enter();
        guests.await(words::add);
        guests.leave();
        assertThat(words).isEmpty();
        assertThat(folder.resolve("guests")).isEmptyDirectory();
    }
}
