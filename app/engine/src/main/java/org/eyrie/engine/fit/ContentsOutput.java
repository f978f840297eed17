package org.eyrie.engine.fit;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what {@link ContentsInput} reads: everything behind its length, maps in the order of their keys. */
record ContentsOutput(DataOutputStream out) {

    interface Part<T> {
        void write(T value) throws IOException;
    }

    void whole(int value) throws IOException {
        out.writeInt(value);
    }

    void real(double value) throws IOException {
        out.writeDouble(value);
    }

    void bytes(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    void text(String value) throws IOException {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** An identifier, which is a type of its own around a text that it returns as its own. */
    void name(Object identifier) throws IOException {
        text(identifier.toString());
    }

    <T> void list(List<T> values, Part<? super T> part) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            part.write(value);
        }
    }

    <T> void map(Map<String, T> values, Part<? super T> part) throws IOException {
        out.writeInt(values.size());
        for (Map.Entry<String, T> entry : new TreeMap<>(values).entrySet()) {
            text(entry.getKey());
            part.write(entry.getValue());
        }
    }
}
