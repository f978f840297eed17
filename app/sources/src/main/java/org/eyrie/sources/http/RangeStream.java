package org.eyrie.sources.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Objects;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.Input;
import org.eyrie.task.Progress;

/** A remote file from its beginning, a piece at a time: who needs only its head fetches only that. */
public final class RangeStream extends InputStream {

    private static final int PIECE = 1 << 20;

    private final PoliteClient client;
    private final URI uri;
    private final Progress progress;
    private byte[] piece = new byte[0];
    private int at;
    private long next;
    private boolean atEnd;

    private RangeStream(PoliteClient client, URI uri, Progress progress) {
        this.client = client;
        this.uri = uri;
        this.progress = progress;
    }

    /** A remote file as input, named by its address without the query, which may hold a signature. */
    public static Input input(PoliteClient client, URI uri, Progress progress) {
        return new Input(Call.get(uri).shown(), -1, () -> new RangeStream(client, uri, progress));
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, buffer, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (at < piece.length) {
            return true;
        }
        if (atEnd) {
            return false;
        }
        Reply reply = ask();
        switch (reply.status()) {
            case 206 -> {
                String range = reply.header("Content-Range").orElse("");
                if (!range.startsWith("bytes " + next + "-")) {
                    throw unreadable("The server sent another part than was asked for: " + range);
                }
                piece = reply.body();
                atEnd = piece.length < PIECE;
            }
            // A server that knows no ranges sends the whole file; a short one is welcome.
            case 200 -> {
                piece = reply.body();
                atEnd = true;
            }
            case 416 -> {
                piece = new byte[0];
                atEnd = true;
            }
            default -> throw unreadable("The file cannot be fetched: status " + reply.status());
        }
        at = 0;
        next += piece.length;
        return piece.length > 0;
    }

    private Reply ask() throws IOException {
        String range = "bytes=" + next + "-" + (next + PIECE - 1);
        try {
            return client.send(Call.get(uri).withHeader("Range", range).withMaxBody(PIECE), progress);
        } catch (BodyTooLongException e) {
            throw unreadable("The server sends no parts of files: download it and import the file");
        }
    }

    private UnreadableException unreadable(String reason) {
        return new UnreadableException(Place.of(Call.get(uri).shown()), reason);
    }
}
