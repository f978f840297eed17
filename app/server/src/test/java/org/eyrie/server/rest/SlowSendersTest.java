package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.server.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that trickle keep nobody else from being served, and are not waited for without end. */
@Timeout(60)
class SlowSendersTest {

    private static final String FACT = "{\"kind\":\"model\",\"id\":\"new/one\"}\n";
    private static final int SLOW = 12;

    private Service service;

    @BeforeEach
    void start() {
        System.setProperty("eyrie.pace.grace", "4s");
        try {
            service = Service.start(Sample.filled(), Clock.systemUTC(), "127.0.0.1", 0);
        } finally {
            System.clearProperty("eyrie.pace.grace");
        }
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Socket begun(String head) throws IOException {
        URI uri = service.uri();
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(20_000);
        send(socket, head.replace("HOST", uri.getAuthority()));
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String answer(Socket socket) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(read);
        } catch (SocketException reset) {
            return read + " and reset";
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    /** Bytes as long as they are taken. */
    private static int trickle(Socket socket, String each) throws InterruptedException {
        for (int sent = 0; sent < 200; sent++) {
            try {
                if (socket.getInputStream().available() > 0) {
                    return sent;
                }
                send(socket, each);
            } catch (IOException closed) {
                return sent;
            }
            Thread.sleep(100);
        }
        return Integer.MAX_VALUE;
    }

    private static String ingestion(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/x-ndjson\r\n"
                + "Content-Length: 1000000\r\n\r\n";
    }

    @Test
    void manySlowSendersKeepNobodyFromSending() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int each = 0; each < SLOW; each++) {
            slow.add(begun(ingestion("/api/v1/ingest") + "{"));
        }
        Thread.sleep(500); // until each waits for its body
        HttpResponse<String> other = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service.uri().resolve("/api/v1/ingest"))
                                .header("Content-Type", "application/x-ndjson")
                                .POST(HttpRequest.BodyPublishers.ofString(FACT))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(other.statusCode()).as(other.body()).isEqualTo(200);
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void aBodyThatTricklesIsGivenUp() throws Exception {
        try (Socket socket = begun(ingestion("/api/v1/ingest"))) {
            assertThat(trickle(socket, " ")).isBetween(20, 100);
            assertThat(answer(socket)).contains(" 408 ").contains("too slowly");
        }
    }

    @Test
    void aBodyThatIsHeldInMemoryToo() throws Exception {
        try (Socket socket = begun(
                "POST /api/v1/what-if HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n")) {
            assertThat(trickle(socket, " ")).isBetween(20, 100);
            assertThat(answer(socket)).contains(" 408 ");
        }
    }

    @Test
    void aHeadThatTricklesIsGivenUp() throws Exception {
        try (Socket socket = begun("GET /api/v1/models HTTP/1.1\r\nX-Long: ")) {
            assertThat(trickle(socket, "x")).isBetween(20, 100);
            assertThat(answer(socket)).contains(" 408 ");
        }
    }

    @Test
    void aConnectionThatRestsBetweenRequestsIsNoSlowOne() throws Exception {
        try (Socket socket = begun("GET /api/v1/models?limit=1 HTTP/1.1\r\nHost: HOST\r\n\r\n")) {
            Thread.sleep(6_000);
            assertThat(socket.getInputStream().available()).isPositive();
            send(
                    socket,
                    "GET /api/v1/families HTTP/1.1\r\nHost: " + service.uri().getAuthority()
                            + "\r\nConnection: close\r\n\r\n");
            assertThat(answer(socket)).contains(" 200 ").doesNotContain(" 408 ");
        }
    }
}
