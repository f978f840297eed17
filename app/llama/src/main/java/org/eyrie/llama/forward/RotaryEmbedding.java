package org.eyrie.llama.forward;

/**
 * Turns the pairs of a head by angles that grow with the position (Su et al., arXiv 2104.09864). A pair is a feature of the
 * first half and the same of the second, as published Llamas have it.
 */
final class RotaryEmbedding {

    private final int half;
    private final double[] frequencies;

    RotaryEmbedding(int headWidth, double base) {
        half = headWidth / 2;
        frequencies = new double[half];
        for (int pair = 0; pair < half; pair++) {
            frequencies[pair] = (float) Math.pow(base, -2.0 * pair / headWidth);
        }
    }

    /** Turns {@code heads} heads of tokens that stand {@code sequences} to a position. */
    void turn(float[] features, int heads, int sequences, Rows rows) {
        int count = rows.count();
        for (int start = rows.from(); start < count; start += sequences) {
            int position = start / sequences;
            for (int pair = 0; pair < half; pair++) {
                double angle = position * frequencies[pair];
                float cosine = (float) Math.cos(angle);
                float sine = (float) Math.sin(angle);
                for (int head = 0; head < heads; head++) {
                    int first = (head * 2 * half + pair) * count + start;
                    turn(features, first, first + half * count, sequences, cosine, sine);
                }
            }
        }
    }

    private static void turn(float[] features, int first, int second, int length, float cosine, float sine) {
        for (int r = 0; r < length; r++) {
            float x = features[first + r];
            float y = features[second + r];
            features[first + r] = x * cosine - y * sine;
            features[second + r] = y * cosine + x * sine;
        }
    }
}
