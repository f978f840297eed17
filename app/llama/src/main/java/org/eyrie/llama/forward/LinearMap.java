package org.eyrie.llama.forward;

import java.util.Arrays;

/**
 * A weight matrix, {@code out} × {@code in} row by row as files have it, times activations.
 *
 * <p>Two outputs and four inputs at a time: what is loaded of the activations is used twice, and a sum is stored once for
 * four products. Tokens are taken in tiles that stay in the innermost cache with all their inputs.
 */
final class LinearMap {

    private static final int TILE = 128;

    private final float[] weights;
    private final int out;
    private final int in;

    LinearMap(float[] weights, int out, int in) {
        if (weights.length != (long) out * in) {
            throw new IllegalArgumentException(weights.length + " weights for " + out + " x " + in);
        }
        this.weights = weights;
        this.out = out;
        this.in = in;
    }

    int out() {
        return out;
    }

    /** {@code target = W source}. */
    void apply(float[] source, float[] target, Rows rows) {
        for (int o = 0; o < out; o++) {
            Arrays.fill(target, o * rows.count() + rows.from(), (o + 1) * rows.count(), 0f);
        }
        add(source, target, rows);
    }

    /** {@code target += W source}. */
    void add(float[] source, float[] target, Rows rows) {
        for (int from = rows.from(); from < rows.count(); from += TILE) {
            addTile(source, target, rows.count(), from, Math.min(TILE, rows.count() - from));
        }
    }

    private void addTile(float[] source, float[] target, int count, int from, int length) {
        int o = 0;
        for (; o + 2 <= out; o += 2) {
            int i = 0;
            for (; i + 4 <= in; i += 4) {
                block(source, i * count + from, target, o * count + from, count, length, o * in + i);
            }
            for (; i < in; i++) {
                one(source, i * count + from, target, o * count + from, length, weights[o * in + i]);
                one(source, i * count + from, target, (o + 1) * count + from, length, weights[(o + 1) * in + i]);
            }
        }
        for (; o < out; o++) {
            for (int i = 0; i < in; i++) {
                one(source, i * count + from, target, o * count + from, length, weights[o * in + i]);
            }
        }
    }

    private void block(float[] source, int s, float[] target, int t, int count, int length, int w) {
        float a0 = weights[w];
        float a1 = weights[w + 1];
        float a2 = weights[w + 2];
        float a3 = weights[w + 3];
        float b0 = weights[w + in];
        float b1 = weights[w + in + 1];
        float b2 = weights[w + in + 2];
        float b3 = weights[w + in + 3];
        int s1 = s + count;
        int s2 = s1 + count;
        int s3 = s2 + count;
        int t1 = t + count;
        for (int r = 0; r < length; r++) {
            float x0 = source[s + r];
            float x1 = source[s1 + r];
            float x2 = source[s2 + r];
            float x3 = source[s3 + r];
            target[t + r] += a0 * x0 + a1 * x1 + a2 * x2 + a3 * x3;
            target[t1 + r] += b0 * x0 + b1 * x1 + b2 * x2 + b3 * x3;
        }
    }

    private static void one(float[] source, int s, float[] target, int t, int length, float weight) {
        for (int r = 0; r < length; r++) {
            target[t + r] += weight * source[s + r];
        }
    }
}
