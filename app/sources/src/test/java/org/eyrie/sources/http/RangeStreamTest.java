package org.eyrie.sources.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.sources.text.Input;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeStreamTest extends ClientTest {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private final byte[] file = new byte[3_500_000];

    RangeStreamTest() {
        new Random(7).nextBytes(file);
        file[0] = 'x';
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1 << 20, 2 << 20, 3_500_000})
    void theWholeFileArrivesInPieces(int size) throws IOException {
        server.on("/file", exchange -> piece(exchange, size, 0));

        assertThat(read(size + 1)).isEqualTo(Arrays.copyOf(file, size));
    }

    @Test
    void whoReadsTheHeadFetchesOnePiece() throws IOException {
        server.on("/file", exchange -> piece(exchange, file.length, 0));

        assertThat(read(1_000)).isEqualTo(Arrays.copyOf(file, 1_000));
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void aServerWithoutRangesIsFineForShortFilesOnly() throws IOException {
        server.on("/file", exchange -> LocalServer.send(exchange, 200, "whole"));
        assertThat(new String(read(100), StandardCharsets.UTF_8)).isEqualTo("whole");

        server.on("/file", exchange -> LocalServer.send(exchange, 200, "x".repeat((1 << 20) + 1)));
        assertThatThrownBy(() -> read(100)).hasMessageContaining("sends no parts of files");
    }

    @Test
    void anotherPartThanAskedForAndAMissingFileAreRefused() {
        server.on("/file", exchange -> piece(exchange, file.length, 5));
        assertThatThrownBy(() -> read(100)).hasMessageContaining("another part than was asked for");

        server.on("/file", exchange -> LocalServer.send(exchange, 404, ""));
        assertThatThrownBy(() -> read(100)).hasMessageContaining("status 404");
    }

    private byte[] read(int most) throws IOException {
        PoliteClient client = client(Reach.configured(server.uri("/")), Credentials.NONE);
        try (Input.Counted bytes =
                RangeStream.input(client, server.uri("/file"), Progress.NONE).open()) {
            return bytes.stream().readNBytes(most);
        }
    }

    private void piece(HttpExchange exchange, int size, int shift) throws IOException {
        Matcher range = RANGE.matcher(exchange.getRequestHeaders().getFirst("Range"));
        if (!range.matches() || Integer.parseInt(range.group(1)) >= size) {
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        int from = Integer.parseInt(range.group(1));
        int to = Math.min(size - 1, Integer.parseInt(range.group(2)));
        exchange.getResponseHeaders().add("Content-Range", "bytes " + (from + shift) + "-" + (to + shift) + "/" + size);
        exchange.sendResponseHeaders(206, to - from + 1);
        exchange.getResponseBody().write(file, from, to - from + 1);
        exchange.close();
    }
}
