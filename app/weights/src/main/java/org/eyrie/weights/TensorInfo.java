package org.eyrie.weights;

import java.util.List;

/**
 * A tensor as a header describes it.
 *
 * @param name unique in the model
 * @param dtype of its elements
 * @param shape its dimensions, none for a single number
 * @param begin its first byte, counted from the end of the header
 * @param end the byte behind its last
 */
public record TensorInfo(String name, Dtype dtype, List<Long> shape, long begin, long end) {

    public TensorInfo {
        shape = List.copyOf(shape);
    }

    /** How many elements it has. */
    public long size() {
        return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
    }

    /** Its bytes. */
    public long bytes() {
        return end - begin;
    }

    /** Its first dimension, 1 for a vector. */
    public long rows() {
        return shape.size() < 2 ? 1 : shape.get(0);
    }

    /** How many elements a row has. */
    public long columns() {
        return rows() == 0 ? 0 : size() / rows();
    }
}
