package org.eyrie.llama.forward;

import java.util.Arrays;

/**
 * Every token looks at itself and those before it. Several heads that ask may share one that is asked (Ainslie et al.,
 * arXiv 2305.13245).
 */
final class CausalAttention {

    private final int heads;
    private final int group;
    private final int headWidth;
    private final float scale;

    CausalAttention(LlamaShape shape) {
        heads = shape.heads();
        group = shape.heads() / shape.keyHeads();
        headWidth = shape.headWidth();
        scale = (float) (1 / Math.sqrt(shape.headWidth()));
    }

    /**
     * What the tokens of {@code rows} see, into {@code seen}.
     *
     * @param scores room for a number per position and sequence, and one more per sequence
     */
    void apply(float[] queries, float[] keys, float[] values, float[] seen, float[] scores, int sequences, Rows rows) {
        int count = rows.count();
        for (int f = 0; f < heads * headWidth; f++) {
            Arrays.fill(seen, f * count + rows.from(), (f + 1) * count, 0f);
        }
        for (int head = 0; head < heads; head++) {
            int asking = head * headWidth * count;
            int asked = head / group * headWidth * count;
            for (int at = rows.from(); at < count; at += sequences) {
                weigh(queries, asking + at, keys, asked, scores, sequences, at, count);
                for (int before = 0; before <= at; before += sequences) {
                    for (int f = 0; f < headWidth; f++) {
                        int offset = f * count;
                        addProducts(
                                scores, before, values, asked + offset + before, seen, asking + offset + at, sequences);
                    }
                }
            }
        }
    }

    // Softmax over the positions up to this one, for all sequences side by side.
    private void weigh(
            float[] queries, int query, float[] keys, int asked, float[] scores, int sequences, int at, int count) {
        Arrays.fill(scores, 0, at + sequences, 0f);
        for (int before = 0; before <= at; before += sequences) {
            for (int f = 0; f < headWidth; f++) {
                int offset = f * count;
                addProducts(queries, query + offset, keys, asked + offset + before, scores, before, sequences);
            }
        }
        for (int sequence = 0; sequence < sequences; sequence++) {
            softmax(scores, sequence, at + sequence, sequences);
        }
    }

    private void softmax(float[] scores, int first, int last, int step) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = first; i <= last; i += step) {
            greatest = Math.max(greatest, scores[i]);
        }
        float sum = 0;
        for (int i = first; i <= last; i += step) {
            scores[i] = (float) Math.exp((scores[i] - greatest) * scale);
            sum += scores[i];
        }
        for (int i = first; i <= last; i += step) {
            scores[i] /= sum;
        }
    }

    private static void addProducts(float[] left, int l, float[] right, int r, float[] sums, int s, int length) {
        for (int i = 0; i < length; i++) {
            sums[s + i] += left[l + i] * right[r + i];
        }
    }
}
