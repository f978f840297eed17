package org.eyrie.store.development;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Arrays of floats as properties: lists where people look at them, bytes where they do not. */
final class PackedFloats {

    private PackedFloats() {}

    static List<Double> list(float[] numbers) {
        List<Double> list = new ArrayList<>(numbers.length);
        for (float number : numbers) {
            list.add((double) number);
        }
        return list;
    }

    static float[] of(List<Double> list) {
        float[] numbers = new float[list.size()];
        for (int place = 0; place < numbers.length; place++) {
            numbers[place] = list.get(place).floatValue();
        }
        return numbers;
    }

    static byte[] bytes(float[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
        bytes.asFloatBuffer().put(numbers);
        return bytes.array();
    }

    static float[] of(byte[] bytes) {
        float[] numbers = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(numbers);
        return numbers;
    }
}
