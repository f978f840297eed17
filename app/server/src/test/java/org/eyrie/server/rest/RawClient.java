package org.eyrie.server.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** A client that sends what it is told, right or wrong: those of the JDK refuse to. */
final class RawClient {

    private static final int PATIENCE_MILLIS = 20_000;

    private final URI service;

    RawClient(URI service) {
        this.service = service;
    }

    /**
     * An answer.
     *
     * @param status 0 where the connection was closed without one
     * @param head lower case
     */
    record Answer(int status, String head, String body) {

        boolean isProblem() {
            return head.contains("content-type: application/problem+json");
        }
    }

    /** Sends a request and reads the answer up to its end, or its head alone if it never ends. */
    Answer send(String method, String target, Map<String, String> headers, byte[] body) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nConnection: close\r\n");
            if (!headers.containsKey("Host")) {
                head.append("Host: ").append(service.getAuthority()).append("\r\n");
            }
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            if (body.length > 0 || !method.equals("GET")) {
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
            byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.write(start);
            request.write(body);
            socket.getOutputStream().write(request.toByteArray());
            return read(socket.getInputStream());
        }
    }

    /** Sends these bytes and reads the answer. */
    Answer send(String head) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return read(socket.getInputStream());
        }
    }

    private static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            in.transferTo(read);
        } catch (SocketTimeoutException e) {
            throw new IOException("No end of the answer after: " + read.toString(StandardCharsets.UTF_8), e);
        }
        String answer = read.toString(StandardCharsets.UTF_8);
        int end = answer.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, "", answer);
        }
        int status = Integer.parseInt(answer.substring(9, 12));
        return new Answer(status, answer.substring(0, end).toLowerCase(Locale.ROOT), answer.substring(end + 4));
    }
}
