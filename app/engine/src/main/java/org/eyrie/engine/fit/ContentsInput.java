package org.eyrie.engine.fit;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link ContentsOutput} wrote; whatever it meets, it asks for no more memory than there are bytes. */
record ContentsInput(DataInputStream in) {

    interface Part<T> {
        T read() throws IOException;
    }

    int whole() throws IOException {
        return in.readInt();
    }

    double real() throws IOException {
        return in.readDouble();
    }

    byte[] bytes() throws IOException {
        int length = in.readInt();
        if (length < 0) {
            throw new IOException("a length is negative");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("it ends too early");
        }
        return bytes;
    }

    String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    <T> List<T> list(Part<T> part) throws IOException {
        List<T> values = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            values.add(part.read());
        }
        return values;
    }

    <T> Map<String, T> map(Part<T> part) throws IOException {
        Map<String, T> values = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            values.put(text(), part.read());
        }
        return values;
    }
}
