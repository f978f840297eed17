package org.eyrie.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files made by hand, right and wrong. */
final class WeightsFiles {

    private WeightsFiles() {}

    static Path file(Path folder, String name, String header, byte[] data) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json).put(data);
        Files.createDirectories(folder);
        return Files.write(folder.resolve(name), bytes.array());
    }

    static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    static Path model(Path folder, float... values) throws IOException {
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2," + (values.length / 2 - 1) + "],\"data_offsets\":[0,"
                + (4 * values.length - 8) + "]},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":["
                + (4 * values.length - 8) + "," + 4 * values.length + "]}}";
        file(folder, "model.safetensors", header, floats(values));
        return folder;
    }
}
