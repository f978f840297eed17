package org.eyrie.llama.forward;

import java.util.Arrays;

/** Divides a token by the root of its mean square, and multiplies each feature (Zhang and Sennrich, arXiv 1910.07467). */
final class RmsNorm {

    private final float[] weights;
    private final float epsilon;

    RmsNorm(float[] weights, double epsilon) {
        this.weights = weights;
        this.epsilon = (float) epsilon;
    }

    /** Of {@code source} into {@code target}; {@code scale} is room for a number a token. */
    void apply(float[] source, float[] target, float[] scale, Rows rows) {
        int count = rows.count();
        Arrays.fill(scale, rows.from(), count, 0f);
        for (int f = 0; f < weights.length; f++) {
            addSquares(source, f * count, scale, rows.from(), count);
        }
        for (int r = rows.from(); r < count; r++) {
            scale[r] = (float) (1 / Math.sqrt(scale[r] / weights.length + epsilon));
        }
        for (int f = 0; f < weights.length; f++) {
            multiply(source, target, f * count, scale, weights[f], rows.from(), count);
        }
    }

    private static void addSquares(float[] source, int offset, float[] sums, int from, int to) {
        for (int r = from; r < to; r++) {
            float value = source[offset + r];
            sums[r] += value * value;
        }
    }

    private static void multiply(
            float[] source, float[] target, int offset, float[] scale, float weight, int from, int to) {
        for (int r = from; r < to; r++) {
            target[offset + r] = source[offset + r] * scale[r] * weight;
        }
    }
}
