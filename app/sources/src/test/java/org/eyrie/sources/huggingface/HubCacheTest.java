package org.eyrie.sources.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eyrie.sources.http.Secret;
import org.eyrie.sources.spi.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubCacheTest {

    private final Path folder;

    HubCacheTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theCacheNeverGrowsMuchBeyondItsBound() throws IOException {
        HubCache cache = new HubCache(folder, 80_000);
        for (int at = 0; at < 200; at++) {
            cache.keep(new HubId("o/m" + at), "sha", "f", new byte[1_000]);
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThanOrEqualTo(90_000);
        }
        assertThat(cache.find(new HubId("o/m199"), "sha", "f")).isPresent();
    }

    @Test
    void anotherRevisionIsAnotherFile() throws IOException {
        HubCache cache = new HubCache(folder, 80_000);
        cache.keep(new HubId("o/m"), "one", "f", new byte[3]);

        assertThat(cache.find(new HubId("o/m"), "one", "f")).isPresent();
        assertThat(cache.find(new HubId("o/m"), "two", "f")).isEmpty();
    }

    @Test
    void aDeliveryIsGenuineWithTheSecretAndOnlyThen() throws UnreadableException {
        HubWebhook webhook = new HubWebhook(Secret.of("shared"));
        byte[] body = ("{\"event\":{\"action\":\"update\",\"scope\":\"repo.content\"},\"repo\":{\"type\":\"model\","
                        + "\"name\":\"o/m\",\"headSha\":\"abc\"},\"webhook\":{\"id\":\"1\"}}")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(webhook.isGenuine("shared")).isTrue();
        assertThat(webhook.isGenuine("share")).isFalse();
        assertThat(webhook.isGenuine("")).isFalse();
        assertThat(webhook.isGenuine(null)).isFalse();
        assertThat(webhook.read(body)).contains(new HubWebhook.Event("update", "repo.content", "model", "o/m", "abc"));
        assertThatThrownBy(() -> webhook.read("{\"event\":7}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableException.class);
    }
}
